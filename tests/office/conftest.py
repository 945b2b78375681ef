"""The programs these tests call, and the report they call them on: missing is failed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

RACINE = Path(__file__).resolve().parents[2]


def need(programme, conseil):
    """The program's path; a test that cannot run has failed."""
    chemin = shutil.which(programme)
    if chemin is None:
        pytest.fail(f"{programme} is missing: {conseil}", pytrace=False)
    return chemin


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
def rapport(tmp_path_factory):
    """The report of the sample, as the command writes it."""
    sortie = tmp_path_factory.mktemp("sortie")
    subprocess.run(
        [sys.executable, "-m", "rapportpv", "build", "2022", "--sortie", sortie],
        cwd=RACINE,
        check=True,
    )
    return sortie / "rapport-2022-projet.docx"


@pytest.fixture(scope="session")
def pdf(rapport, soffice, tmp_path_factory):
    """The report as LibreOffice lays it out, with a profile of its own."""
    dossier = tmp_path_factory.mktemp("pdf")
    profil = f"-env:UserInstallation={(dossier / 'profil').as_uri()}"
    vers_pdf = ("--headless", "--convert-to", "pdf", "--outdir", dossier)
    subprocess.run([soffice, profil, *vers_pdf, rapport], check=True, timeout=180)
    return dossier / f"{rapport.stem}.pdf"
