"""Same inputs, same bytes: whenever, wherever and under whatever settings a document is built."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EXEMPLE = Path(__file__).parents[1] / "data" / "sample"
SOURCES = Path(__file__).parents[1] / "src"
OPTIONS = {
    "rapport": ("--format", "docx,html"),
    "relances": ("--au", "2023-09-15"),
}  # on the day of sending, nobody is to be reminded
AILLEURS = {
    "another hash seed": {"PYTHONHASHSEED": "12345"},
    "another time zone": {"TZ": "Pacific/Kiritimati"},
    "no locale": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "another user": {"USER": "julie", "USERNAME": "julie", "HOME": "/nulle/part"},
    "a date given to builds": {"SOURCE_DATE_EPOCH": "1"},
    "no assertion": {"PYTHONOPTIMIZE": "1"},
}


def list_documents() -> list[str]:
    """The documents that the sample can build."""
    return ["rapport", "deliberation", "courriers", "relances", "export"]


def build(racine: Path, document: str, **environnement: str) -> dict[str, bytes]:
    """Every file that the build writes, by its path in the output folder."""
    sortie = racine / "sortie"
    shutil.rmtree(sortie, ignore_errors=True)
    commande = ["build", "2022", document, *OPTIONS.get(document, ())]
    if document == "export":
        commande = ["export", "2022"]
    resultat = subprocess.run(
        [sys.executable, "-m", "rapportpv", *commande],
        cwd=racine,
        env=os.environ | {"PYTHONPATH": str(SOURCES), "PYTHONHASHSEED": "random"} | environnement,
        check=False,
        capture_output=True,
        text=True,
    )
    assert resultat.returncode == (document == "export"), resultat.stderr  # no SIRET: no SCDL
    return {str(f.relative_to(sortie)): f.read_bytes() for f in sortie.rglob("*") if f.is_file()}


def copy(dossier: Path) -> Path:
    """A copy of the sample, whose files are of today."""
    return Path(shutil.copytree(EXEMPLE, dossier, copy_function=shutil.copyfile))


@pytest.fixture(scope="module", params=list_documents())
def attendu(request, tmp_path_factory):
    racine = copy(tmp_path_factory.mktemp("ici") / "projet")
    return request.param, build(racine, request.param)


@pytest.mark.parametrize("environnement", AILLEURS.values(), ids=AILLEURS)
def test_the_bytes_are_the_same_under(environnement, attendu, tmp_path):
    document, octets = attendu
    assert octets
    assert build(copy(tmp_path / "Été à l’agglo (copie)"), document, **environnement) == octets


def test_the_order_of_the_files_in_their_folder_does_not_matter(attendu, tmp_path):
    document, octets = attendu
    racine = tmp_path / "projet"
    for fichier in sorted((f for f in EXEMPLE.rglob("*") if f.is_file()), reverse=True):
        copie = racine / fichier.relative_to(EXEMPLE)
        copie.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(fichier, copie)
    assert build(racine, document) == octets
