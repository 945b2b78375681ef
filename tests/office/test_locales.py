"""Same inputs, same bytes, in French and in no language (needs `localedef`)."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_memes_octets import COMMANDES, EXEMPLE, build


def decimal_point(environnement):
    code = "import locale as l; l.setlocale(l.LC_ALL, ''); print(l.localeconv()['decimal_point'])"
    commande = [sys.executable, "-c", code]
    environnement = os.environ | environnement
    return subprocess.run(
        commande, env=environnement, check=True, capture_output=True, text=True
    ).stdout.strip()


@pytest.fixture(scope="module")
def locales(tmp_path_factory):
    """A folder that holds the French locale, which few machines have."""
    dossier = tmp_path_factory.mktemp("locales")
    fabrique = ["localedef", "-i", "fr_FR", "-f", "UTF-8", str(dossier / "fr_FR.UTF-8")]
    subprocess.run(fabrique, check=True, capture_output=True)
    return dossier


@pytest.mark.office
def test_the_bytes_are_the_same_in_a_french_locale(locales, tmp_path):
    francais = {"LOCPATH": str(locales), "LC_ALL": "fr_FR.UTF-8"}
    assert decimal_point(francais) == ","  # the locale is really there
    octets, attendus = (
        build(Path(shutil.copytree(EXEMPLE, tmp_path / nom)), list(COMMANDES), **environnement)
        for nom, environnement in {"francais": francais, "c": {"LC_ALL": "C"}}.items()
    )
    assert octets.keys() == attendus.keys()
    assert [nom for nom in octets if octets[nom] != attendus[nom]] == []
