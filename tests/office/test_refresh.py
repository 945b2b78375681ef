"""A refresh after a round trip through LibreOffice, and under the Open XML SDK's validator."""

import random
import re
import shutil
import subprocess

import pytest

from rapportpv.core.zip import read_zip
from rapportpv.review.ouvrir import open_docx
from rapportpv.review.rafraichir import Voeux, refresh_document
from rapportpv.word.ooxml import c, parse, w
from tests.conftest import EXEMPLE
from tests.office.test_valid import validate
from tests.review.conftest import build, change_cells
from tests.review.retouches import Retouches
from tests.review.test_rafraichir import JOUR, values

pytestmark = pytest.mark.office


@pytest.fixture(scope="module", params=["rapport", "deliberation"])
def avant_apres(request, tmp_path_factory):
    """A document of the sample, and the same once ten cells have changed."""
    racine = tmp_path_factory.mktemp("change") / "projet"
    shutil.copytree(EXEMPLE, racine)
    avant = build(racine, request.param, racine / "avant").read_bytes()
    change_cells(racine)
    return avant, build(racine, request.param, racine / "apres").read_bytes()


@pytest.fixture(scope="module")
def bureau(soffice, tmp_path_factory):
    """LibreOffice, with a profile that its first start makes."""
    profil = tmp_path_factory.mktemp("bureau") / "profil"
    return soffice, f"-env:UserInstallation={profil.as_uri()}", "--headless"


def through(bureau, contenu, dossier):
    """The document as LibreOffice saves it."""
    (dossier / "lu.docx").write_bytes(contenu)
    options = ("--convert-to", "docx:MS Word 2007 XML", "--outdir", dossier / "sorti")
    subprocess.run([*bureau, *options, dossier / "lu.docx"], check=True, timeout=180)
    return (dossier / "sorti" / "lu.docx").read_bytes()


def refresh(contenu, neuf, dossier, jour=None):
    (dossier / "edite.docx").write_bytes(contenu)
    return refresh_document(open_docx(dossier / "edite.docx"), neuf, Voeux(jour))


def text(contenu):
    """All that the document says, word for word: of the body, its edges, and its charts."""
    parts = read_zip(contenu)
    dits = []
    for nom in sorted(parts):
        if nom.startswith(("word/document", "word/header", "word/footer", "word/charts/chart")):
            racine = parse(parts[nom])
            dits += ["".join(t.text or "" for t in p.iter(w("t"))) for p in racine.iter(w("p"))]
            dits += [v.text for v in racine.iter(c("v"))]
    # how many pages there are is for who lays them out to say
    return [re.sub(r"\d+ / \d+$", "", " ".join(dit.split())) for dit in dits if dit]


def test_after_libreoffice_an_unchanged_year_changes_nothing(bureau, avant_apres, tmp_path):
    avant, _ = avant_apres
    passe = through(bureau, avant, tmp_path)
    assert refresh(passe, avant, tmp_path).changements == ()


@pytest.mark.parametrize("retouches", [0, 50])
def test_after_libreoffice_every_region_takes_its_new_value(
    retouches, bureau, validateur, avant_apres, tmp_path
):
    avant, apres = avant_apres
    edite = Retouches(avant, random.Random(5)).run(retouches)
    passe = through(bureau, edite, tmp_path)
    fait = refresh(passe, apres, tmp_path)
    nouvelles = {c.ancre.signet for c in refresh(avant, apres, tmp_path).changements}
    sorts = {(c.ancre.signet in nouvelles, c.sort.name) for c in fait.changements}
    # a frame moved beside a table that did not change is an edit of it, and is kept
    assert (True, "CHANGE") in sorts <= {(True, "CHANGE"), (False, "CHANGE"), (False, "GARDE")}
    # What LibreOffice makes of the same edits over the new figures says the same, word for word.
    neuf = through(bureau, refresh(edite, apres, tmp_path).contenu, tmp_path)
    assert text(fait.contenu) == text(neuf)
    assert text(fait.contenu) != text(passe)
    (tmp_path / "fait.docx").write_bytes(fait.contenu)
    (tmp_path / "passe.docx").write_bytes(passe)
    siennes = {e["description"] for e in validate(validateur, tmp_path / "passe.docx")}
    assert {e["description"] for e in validate(validateur, tmp_path / "fait.docx")} <= siennes


def test_after_libreoffice_texts_of_several_paragraphs_take_their_new_words(bureau, tmp_path):
    racine = tmp_path / "projet"
    shutil.copytree(EXEMPLE, racine)
    passe = through(bureau, build(racine, "rapport", tmp_path / "avant").read_bytes(), tmp_path)
    ecrits = [*(racine / "2022" / "textes").glob("*.md")]
    for texte in ecrits:
        texte.write_text(texte.read_text("utf-8").rstrip() + "\n\nEt un de plus.\n", "utf-8")
    fait = refresh(passe, build(racine, "rapport", tmp_path / "apres").read_bytes(), tmp_path)
    assert {c.sort.name for c in fait.changements} == {"CHANGE"}
    assert {c.ancre.genre.value for c in fait.changements} == {"texte"}
    assert text(fait.contenu).count("Et un de plus.") == len(ecrits) == len(fait.changements)


@pytest.mark.parametrize("jour", [None, JOUR])
def test_no_error_under_the_open_xml_sdk(jour, validateur, avant_apres, tmp_path):
    avant, apres = avant_apres
    edite = Retouches(avant, random.Random(6)).run(50)
    fait = refresh(edite, apres, tmp_path, jour).contenu
    (tmp_path / "fait.docx").write_bytes(fait)
    assert validate(validateur, tmp_path / "fait.docx") == []
    if jour is None:
        assert values(fait) == values(apres)
