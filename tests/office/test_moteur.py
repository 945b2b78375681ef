"""The documents under a second engine than LibreOffice, docx-preview: what it alone would forgive."""

import re
from zipfile import ZipFile

import pytest
from lxml import etree

from tests.flatten import W
from tests.office.conftest import TOUS, browse

pytestmark = pytest.mark.office
DOCUMENTS = {
    "rapport": ("2022", "rapport", "data/sample", "rapport-2022-projet"),
    "second": ("2024", "rapport", "docs/exemple", "rapport-2024-projet"),
    "deliberation": ("2022", "deliberation", "data/sample", "deliberation-2022-projet"),
    "courriers": ("2022", "courriers", "data/sample", "courriers-2022"),
}


@pytest.fixture(scope="module")
def ecrits(faire):
    """The documents, by what they are."""
    return {
        quoi: faire(projet, annee, document, *(() if document == "courriers" else TOUS))
        / f"{nom}.docx"
        for quoi, (annee, document, projet, nom) in DOCUMENTS.items()
    }


@pytest.fixture(scope="module")
def vus(ecrits, tmp_path_factory):
    """What the engine shows of each: its text, its tables, its pictures, what is too wide."""
    return browse("moteur.cjs", tmp_path_factory.mktemp("vues"), *ecrits.values())


@pytest.fixture(params=DOCUMENTS)
def paire(request, ecrits, vus):
    """The body of a document, and what the engine shows of it."""
    docx = ecrits[request.param]
    with ZipFile(docx) as archive:
        corps = etree.fromstring(archive.read("word/document.xml")).find(f"{W}body")
    for ailleurs in list(corps.iter("{*}AlternateContent", f"{W}instrText")):
        ailleurs.getparent().remove(ailleurs)
    return corps, vus[docx.name]


def say(element):
    """The words under an element, without their spaces."""
    return squeeze("".join(t.text or "" for t in element.iter(f"{W}t")))


def squeeze(texte):
    return re.sub(r"[\s\u00a0\u202f]+", "", texte)


def test_the_engine_finds_nothing_to_say(paire):
    assert paire[1]["dits"] == []


def test_every_paragraph_is_shown_in_its_order(paire):
    corps, vu = paire
    texte, place = squeeze(vu["texte"]), 0
    dits = [dit for p in corps.iter(f"{W}p") if (dit := say(p))]
    assert len(dits) > 40
    for dit in dits:
        place = texte.find(dit, place)
        assert place >= 0, dit
        place += len(dit)


def test_every_cell_of_every_table_is_shown(paire):
    corps, vu = paire
    attendus = [
        [[say(cellule) for cellule in rangee.iter(f"{W}tc")] for rangee in tableau.iter(f"{W}tr")]
        for tableau in corps.iter(f"{W}tbl")
    ]
    assert attendus
    assert [[list(map(squeeze, r)) for r in t] for t in vu["tableaux"]] == attendus


def test_nothing_is_wider_than_its_page(paire):
    assert paire[1]["larges"] == []


def test_every_picture_is_shown(paire):
    corps, vu = paire
    assert vu["images"] == len(list(corps.iter("{*}blip")))
