"""The laws of a refresh, on documents that people have worked over for weeks."""

import random
import shutil
from datetime import date

import openpyxl
import pytest
from lxml import etree

from rapportpv.core.zip import read_zip
from rapportpv.review.changements import A_REGARDER
from rapportpv.word.invariants import find_faults
from rapportpv.word.ooxml import c, parse, tag_of, w
from tests.conftest import DEPOT
from tests.review.conftest import build
from tests.review.retouches import Retouches
from tests.review.suivi import accept_all, reject_all, resolved

JOUR = date(2023, 6, 28)
GRAINES = (1, 2, 3)


@pytest.fixture(params=["rapport", "deliberation"])
def avant_apres(request, documents):
    return documents[request.param]


def empty_regions(racine):
    """Take away what the program writes: figures, tables, charts. People's texts stay."""
    for controle in list(racine.iter(w("sdt"))):
        tag = tag_of(controle)
        if tag and not tag.startswith(("textes.", "focus.")):
            controle.find(w("sdtContent"))[:] = []


def values(contenu):
    """What each region says, by bookmark for figures, by name for tables and charts."""
    parts, dits = read_zip(contenu), {}
    for nom in parts:
        if nom.startswith(("word/document", "word/header", "word/footer")):
            racine = parse(parts[nom])
            for debut in racine.iter(w("bookmarkStart")):
                suivant = debut.getnext()
                if suivant is not None and suivant.tag == w("sdt"):
                    dits[debut.get(w("name"))] = "".join(t.text for t in suivant.iter(w("t")))
            for tbl in racine.iterfind(f".//{w('sdtContent')}/{w('tbl')}"):
                nom_du_tableau = tag_of(tbl.getparent().getparent())
                dits[nom_du_tableau, "tableau"] = [
                    ["".join(t.text for t in tc.iter(w("t"))) for tc in tr.iter(w("tc"))]
                    for tr in tbl.iter(w("tr"))
                ]
        elif nom.startswith("word/charts/chart"):
            graphique = etree.fromstring(parts[nom])
            dits[nom, "graphique"] = [v.text for v in graphique.iter(c("v"))]
        elif nom.endswith(".xlsx"):
            dits[nom] = parts[nom]
    return dits


def test_a_document_that_nobody_touched_says_what_build_would_say(avant_apres, refresh):
    avant, apres = avant_apres
    fait = refresh(avant, apres)
    assert values(fait.contenu) == values(apres)
    assert values(fait.contenu) != values(avant)
    assert not [c for c in fait.changements if c.sort in A_REGARDER]


def test_an_unchanged_year_changes_nothing(avant_apres, refresh):
    avant, _ = avant_apres
    for edite in (avant, Retouches(avant, random.Random(0)).run(50)):
        fait = refresh(edite, avant)
        assert (fait.contenu, fait.changements) == (None, ())


@pytest.mark.parametrize("graine", GRAINES)
def test_after_fifty_edits_the_regions_are_new_and_all_the_rest_is_as_it_was(
    graine, avant_apres, refresh, openxml_validator, tmp_path
):
    avant, apres = avant_apres
    edite = Retouches(avant, random.Random(graine)).run(50)
    fait = refresh(edite, apres)
    assert values(fait.contenu) == values(apres)
    assert resolved(fait.contenu, empty_regions) == resolved(edite, empty_regions)
    assert set(find_faults(fait.contenu)) <= set(find_faults(edite))
    chemin = tmp_path / "refait.docx"
    chemin.write_bytes(fait.contenu)
    assert [e.description for e in openxml_validator.validate(chemin).errors] == []
    assert refresh(fait.contenu, apres).contenu is None  # it carries what it now says


@pytest.mark.parametrize("graine", GRAINES)
def test_tracked_changes_accepted_are_the_refresh_and_refused_are_the_original(
    graine, avant_apres, refresh, openxml_validator, tmp_path
):
    avant, apres = avant_apres
    edite = Retouches(avant, random.Random(graine)).run(50)
    suivi = refresh(edite, apres, jour=JOUR).contenu
    assert resolved(suivi, reject_all) == resolved(edite)
    assert resolved(suivi, accept_all) == resolved(refresh(edite, apres).contenu)
    assert resolved(suivi) not in (resolved(edite), resolved(refresh(edite, apres).contenu))
    chemin = tmp_path / "suivi.docx"
    chemin.write_bytes(suivi)
    assert [e.description for e in openxml_validator.validate(chemin).errors] == []
    assert set(find_faults(suivi)) <= set(find_faults(edite))


def test_tracked_changes_are_dated_by_the_year_and_signed(documents, refresh):
    avant, apres = documents["rapport"]
    suivi = parse(read_zip(refresh(avant, apres, jour=JOUR).contenu)["word/document.xml"])
    marques = list(suivi.iter(w("ins"), w("del")))
    assert {m.get(w("author")) for m in marques} == {"rapportpv"}
    assert {m.get(w("date")) for m in marques} == {"2023-06-28T00:00:00Z"}
    ids = [m.get(w("id")) for m in suivi.iter(w("ins"), w("del"), w("bookmarkStart"))]
    assert len(ids) == len(set(ids))
    lignes = (r for r in suivi.iter(w("tr")) if r.find(f"{w('trPr')}/{w('ins')}") is not None)
    ajoutees = ["".join(t.text for t in ligne.iter(w("t"))) for ligne in lignes]
    [projet] = [texte for texte in ajoutees if "Divion" in texte]
    autres = [t for t in ajoutees if t != projet and not t.startswith("2022-")]  # an action's
    assert all("crédits" in t or "sont" in t for t in autres)  # year in brief


def test_a_refresh_after_tracked_changes_has_nothing_to_do(documents, refresh):
    avant, apres = documents["rapport"]
    suivi = refresh(avant, apres, jour=JOUR).contenu
    assert refresh(suivi, apres).contenu is None
    retour = refresh(suivi, avant)
    assert values_of_figures(retour.contenu) == values_of_figures(avant)


def values_of_figures(contenu):
    return {k: v for k, v in values(contenu).items() if isinstance(k, str) and ".xlsx" not in k}


def test_the_same_documents_give_the_same_bytes(documents, refresh):
    avant, apres = documents["rapport"]
    edite = Retouches(avant, random.Random(9)).run(20)
    for voeux in ({}, {"jour": JOUR}):
        assert refresh(edite, apres, **voeux).contenu == refresh(edite, apres, **voeux).contenu


def test_parts_without_a_region_are_kept_byte_for_byte(documents, refresh):
    avant, apres = documents["rapport"]
    edite = Retouches(avant, random.Random(4)).run(20)
    siennes, refaites = read_zip(edite), read_zip(refresh(edite, apres).contenu)
    gardees = [n for n in siennes if n.startswith("word/media") or n == "word/styles.xml"]
    assert gardees
    assert all(siennes[nom] == refaites[nom] for nom in gardees)
    assert siennes["word/comments.xml"] == refaites["word/comments.xml"]


def test_the_report_of_a_second_epci_takes_its_new_figures(tmp_path, refresh):
    racine = tmp_path / "exemple"
    shutil.copytree(DEPOT / "docs" / "exemple", racine)
    avant = build(racine, "rapport", tmp_path / "avant", 2024).read_bytes()
    chemin = racine / "2024" / "programmation.xlsx"
    classeur = openpyxl.load_workbook(chemin, data_only=True)  # its totals, as values
    feuille = classeur["Programmation"]
    for cellule in ("O5", "W5", "O3", "W3"):
        feuille[cellule] = feuille[cellule].value + 12345
    classeur.save(chemin)
    apres = build(racine, "rapport", tmp_path / "apres", 2024).read_bytes()
    edite = Retouches(avant, random.Random(7)).run(50)
    fait = refresh(edite, apres)
    assert values(fait.contenu) == values(apres)
    assert resolved(fait.contenu, empty_regions) == resolved(edite, empty_regions)
    suivi = refresh(edite, apres, jour=JOUR).contenu
    assert resolved(suivi, reject_all) == resolved(edite)
    assert resolved(suivi, accept_all) == resolved(fait.contenu)
