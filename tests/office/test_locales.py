"""Same inputs, same bytes, in French and in no language (needs `localedef`)."""

import os
import subprocess
import sys

import pytest

from tests.test_memes_octets import build, copy, list_documents


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
@pytest.mark.parametrize("document", list_documents())
def test_the_bytes_are_the_same_in_a_french_locale(document, locales, tmp_path):
    racine = copy(tmp_path / "projet")
    francais = {"LOCPATH": str(locales), "LC_ALL": "fr_FR.UTF-8"}
    assert decimal_point(francais) == ","  # the locale is really there
    assert build(racine, document, **francais) == build(racine, document, LC_ALL="C")
