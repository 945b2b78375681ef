"""Every page of what people sign, by its boxes of words, whatever the size of the project."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.office.conftest import TOUS
from tests.office.pages import find_faults, read_pages, words_of
from tests.tailles import write_grand, write_petit

pytestmark = pytest.mark.office


def write_fiches(racine: Path) -> Path:
    """The large project, with a sheet for each of its quartiers."""
    reglages = write_grand(racine) / "rapportpv.toml"
    reglages.write_text(reglages.read_text("utf-8") + '\n[fiches]\npar = "quartier"\n', "utf-8")
    return racine


PROJETS: dict[str, tuple[str, str | Callable[[Path], Path]]] = {
    "exemple-rapport": ("2022", "data/sample"),
    "exemple-deliberation": ("2022", "data/sample"),
    "second-rapport": ("2024", "docs/exemple"),
    "petit-rapport": ("2024", write_petit),
    "grand-rapport": ("2024", write_grand),
    "fiches-rapport": ("2024", write_fiches),
}


@pytest.fixture(scope="module", params=PROJETS)
def document(request, tmp_path_factory, faire):
    """A report or a délibération, and its PDF."""
    annee, projet = PROJETS[request.param]
    nom = request.param.partition("-")[2]
    if callable(projet):
        ecrit = projet(tmp_path_factory.mktemp("projets") / request.param.partition("-")[0])
        sortie = faire(ecrit, annee, nom, "--format", "docx,pdf")
    else:
        sortie = faire(projet, annee, nom, *TOUS)
    (docx,) = sortie.glob("*.docx")
    return docx


def test_no_page_shows_a_fault(document, pdftotext):
    pages = read_pages(document.with_suffix(".pdf"), pdftotext)
    assert len(pages) >= 2
    assert find_faults(document, pages) == []


def test_what_a_docx_says_is_all_in_its_pdf(document, pdftotext):
    """LibreOffice loses rows of some tables: the last of each must be there."""
    texte = subprocess.run(
        [pdftotext, "-enc", "UTF-8", document.with_suffix(".pdf"), "-"],
        capture_output=True,
        check=True,
        timeout=60,
    ).stdout.decode("utf-8")
    assert {mot for mot in words_of(document) if mot not in texte} == set()
