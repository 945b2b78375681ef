"""Same inputs, same bytes: whenever, wherever, in whatever order and under whatever settings."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

EXEMPLE = Path(__file__).parents[1] / "data" / "sample"
SOURCES = Path(__file__).parents[1] / "src"
COMMANDES = {
    "rapport": ("build", "2022", "rapport", "--format", "docx,html"),
    "deliberation": ("build", "2022", "deliberation"),
    "courriers": ("build", "2022", "courriers"),
    "relances": ("build", "2022", "relances", "--au", "2023-09-15"),
    "export": ("export", "2022"),
}  # on the day of sending, nobody is to be reminded
FAIRE = """
import json, sys
from rapportpv.__main__ import main
for document, commande, code in json.loads(sys.argv[1]):
    sys.argv = ["rapportpv", *commande, "--sortie", f"sortie/{document}"]
    try:
        main()
    except SystemExit as fin:
        assert (fin.code or 0) == code, (document, fin.code)
"""
AILLEURS = {
    "another machine, user and day": {
        "PYTHONHASHSEED": "12345",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",  # no locale
        "USER": "julie",
        "USERNAME": "julie",
        "HOME": "/nulle/part",
        "SOURCE_DATE_EPOCH": "1",
    },
    "no assertion": {"PYTHONOPTIMIZE": "1"},
}
"""Nothing of one is known to undo what another changes: together they are one process, not six."""


def build(racine: Path, documents: Sequence[str], **environnement: str) -> dict[str, bytes]:
    """Every file that one process writes, building them in that order, by its path."""
    sans_siret = "export"  # no SIRET: no SCDL
    suite = [(d, COMMANDES[d], int(d == sans_siret)) for d in documents]
    resultat = subprocess.run(
        [sys.executable, "-c", FAIRE, json.dumps(suite)],
        cwd=racine,
        env=os.environ | {"PYTHONPATH": str(SOURCES), "PYTHONHASHSEED": "random"} | environnement,
        check=False,
        capture_output=True,
        text=True,
    )
    assert resultat.returncode == 0, resultat.stderr
    sortie = racine / "sortie"
    return {str(f.relative_to(sortie)): f.read_bytes() for f in sortie.rglob("*") if f.is_file()}


@pytest.fixture(scope="module")
def attendu(tmp_path_factory) -> dict[str, bytes]:
    """Each document first or second of its process, whose files are of today."""
    racine = tmp_path_factory.mktemp("ici") / "projet"
    shutil.copytree(EXEMPLE, racine, copy_function=shutil.copyfile)
    octets = build(racine, list(COMMANDES))
    assert {Path(nom).parts[0] for nom in octets} == set(COMMANDES)
    return octets


@pytest.mark.parametrize("environnement", AILLEURS.values(), ids=AILLEURS)
def test_the_bytes_are_the_same(environnement, attendu, tmp_path):
    """Under other settings, from files laid down in another order, the documents too."""
    racine = tmp_path / "Été à l’agglo (copie)"
    for fichier in sorted((f for f in EXEMPLE.rglob("*") if f.is_file()), reverse=True):
        copie = racine / fichier.relative_to(EXEMPLE)
        copie.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(fichier, copie)
    octets = build(racine, list(COMMANDES)[::-1], **environnement)
    assert octets.keys() == attendu.keys()
    assert [nom for nom in octets if octets[nom] != attendu[nom]] == []
