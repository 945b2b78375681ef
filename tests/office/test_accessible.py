"""The PDFs of the sample and of the second project, for those who listen to them."""

import re
import subprocess
import sys
from pathlib import Path

import pdfua
import pikepdf
import pytest

from rapportpv.export.accessible.arbre import children, genre, read_attribute, walk
from rapportpv.export.pdf import convert_pdf
from tests.office.conftest import RACINE, TOUS

pytestmark = pytest.mark.office

DOCUMENTS = (
    ("data/sample", "2022", "rapport", "rapport-2022-projet"),
    ("data/sample", "2022", "deliberation", "deliberation-2022-projet"),
    ("data/sample", "2022", "courriers", "courriers-2022"),
    ("data/sample", "2022", "relances", "relances-2022"),
    ("docs/exemple", "2024", "rapport", "rapport-2024-projet"),
    ("docs/exemple", "2024", "courriers", "courriers-2024"),
)


@pytest.fixture(scope="module", params=DOCUMENTS, ids=lambda d: f"{d[0]}-{d[2]}")
def pdf(request, faire, tmp_path_factory) -> Path:
    """A document as the command writes it, then as a PDF."""
    projet, annee, document, nom = request.param
    if document in ("rapport", "deliberation"):
        return faire(projet, annee, document, *TOUS) / f"{nom}.pdf"
    sortie = tmp_path_factory.mktemp("sortie")
    ou = ("--dossier", RACINE / projet, "--sortie", sortie)
    jour = ("--au", "2023-09-15") if document == "relances" else ()  # some have not answered yet
    commande = (sys.executable, "-m", "rapportpv", "build", annee, document, *ou, *jour)
    subprocess.run(commande, check=True, cwd=RACINE)
    chemin = sortie / f"{nom}.pdf"
    chemin.write_bytes(convert_pdf((sortie / f"{nom}.docx").read_bytes(), f"{nom}.docx"))
    return chemin


def list_tags(chemin):
    with pikepdf.open(chemin) as document:
        for enfant in children(document.Root.StructTreeRoot):
            yield from walk(enfant)


def test_nothing_stands_in_the_way_of_who_listens(pdf):
    constats = pdfua.validate(pdf).findings
    erreurs = [
        f"{c.rule_id} {c.location} {c.message}" for c in constats if c.severity.name == "ERROR"
    ]
    assert erreurs == []


def test_each_picture_has_its_text_and_each_header_says_what_it_heads(pdf):
    for element in list_tags(pdf):
        if genre(element) == "Figure":
            assert 10 < len(str(element.Alt)) <= 150, str(element.Alt)
        if genre(element) == "TH":
            assert str(read_attribute(element, "/Scope")) in ("/Row", "/Column")


def test_the_contents_give_the_page_of_each_heading(pdf, pdftotext):
    """What a reader does: look up each entry of the contents on the page that it names."""
    commande = (pdftotext, "-layout", "-enc", "UTF-8", pdf, "-")
    texte = subprocess.run(commande, capture_output=True, check=True).stdout.decode()
    pages = [" ".join(page.split()) for page in texte.split("\f")]
    entrees = re.findall(r"^ *(\S.*?)\.{3,} ?(\d+)$", texte, re.MULTILINE)
    assert bool(entrees) is pdf.name.startswith("rapport")
    for titre, page in entrees:
        assert " ".join(titre.split()) in pages[int(page) - 1], (titre, page)
        imprimee = "".join(pages[int(page) - 1].split())
        assert imprimee.endswith(f"{page}/{len(pages) - 1}"), "what is printed there"
