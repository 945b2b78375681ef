"""The programs these tests call, and the report they call them on: missing is failed."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

RACINE = Path(__file__).resolve().parents[2]
TOUS = ("--format", "docx,html,pdf")
OUTILS = RACINE / ".outils/node_modules"
os.environ["DOTNET_TieredPGO"] = "0"  # noqa: SIM112  # the validator ends before that pays


def need(programme, conseil):
    """The program's path; a test that cannot run has failed."""
    chemin = shutil.which(programme)
    if chemin is None:
        pytest.fail(f"{programme} is missing: {conseil}", pytrace=False)
    return chemin


def browse(script, *arguments):
    """What a script of node, in this folder, finds with Chromium: its JSON."""
    navigateur = need(os.environ.get("CHROMIUM", "chromium"), "apt-get install chromium")
    node = need("node", "apt-get install nodejs")
    resultat = subprocess.run(
        [node, Path(__file__).parent / script, *arguments],
        env=os.environ | {"NODE_PATH": str(OUTILS), "CHROMIUM": navigateur},
        check=False,
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert resultat.returncode == 0, resultat.stderr
    return json.loads(resultat.stdout)


@pytest.fixture(scope="session")
def soffice():
    return need("soffice", "apt-get install libreoffice-writer")


@pytest.fixture(scope="session")
def pdftotext():
    return need("pdftotext", "apt-get install poppler-utils")


@pytest.fixture(scope="session")
def validateur():
    local = RACINE / ".outils/node_modules/.bin/ooxml-validator"
    return need(os.environ.get("OOXML_VALIDATOR", str(local)), "make outils")


@pytest.fixture(scope="session")
def faire(tmp_path_factory, soffice):
    """Makes a document of a project of this repository, and its PDF, once for all workers."""
    base = tmp_path_factory.getbasetemp()
    faits = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "faits"
    faits.mkdir(exist_ok=True)

    def faire(projet, annee, document, *formats):
        sortie = faits / f"{Path(projet).name}-{document}"
        fini = sortie.with_suffix(".fini")
        try:
            sortie.mkdir()
        except FileExistsError:  # another worker makes it
            for _ in range(600):
                if fini.exists():
                    break
                time.sleep(0.5)
            return sortie
        try:
            quoi = (annee, document, *formats, "--dossier", projet, "--sortie", sortie)
            subprocess.run(
                [sys.executable, "-m", "rapportpv", "build", *quoi],
                cwd=RACINE,
                env=os.environ | {"TZ": "UTC"},
                check=True,
            )
        finally:
            fini.touch()
        return sortie

    return faire


@pytest.fixture(scope="session")
def rapport(faire):
    """The report of the sample, as the command writes it."""
    return faire("data/sample", "2022", "rapport", *TOUS) / "rapport-2022-projet.docx"


@pytest.fixture(scope="session")
def pdf(rapport):
    """The report as LibreOffice lays it out."""
    return rapport.with_suffix(".pdf")
