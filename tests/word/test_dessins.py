"""Drawings as native shapes: what Word reads of them."""

import io

import docx
import pytest
from openxml_audit import OpenXmlValidator

from rapportpv.core.dessin import MM, Dessin, Ecrit, Fond, Rectangle, Trace, Trait
from rapportpv.word.dessins import MC, make_dessin, wp
from rapportpv.word.dessins_formes import a, wpg, wps
from rapportpv.word.ooxml import flatten, w

CASE = Rectangle(
    *("Case", 10, 20, 30 * MM, 8 * MM),
    Fond("accent1"),
    Trait("tx1", tirets=True),
    (Ecrit("Dupont & Fils", 10, gras=True), Ecrit("l'atelier", italique=True, couleur="bg1")),
    "center",
)
CARRE = ((100, 200), (1100, 200), (1100, 700), (100, 700))
TROU = ((300, 300), (500, 300), (500, 500))
SURFACE = Trace("Îlot", (CARRE, TROU), True, Fond("accent2", "dkHorz"), Trait("accent1"))
TRAIT = Trace("Lien", (((0, 0), (0, 500)),), trait=Trait("tx2"))


def draw(*formes):
    return make_dessin(
        Dessin("carte", "Un titre", "Ce qu'on voit", 166 * MM, 50 * MM, formes), 7, {}
    )


def test_a_drawing_is_named_and_described():
    run = draw(CASE)
    [identite] = run.iter(wp("docPr"))
    assert dict(identite.attrib) == {
        "id": "7",
        "name": "carte",
        "descr": "Ce qu’on voit",
        "title": "Un titre",
    }
    assert run.tag == w("r")
    [choix] = run.iter(f"{{{MC}}}Choice")
    assert (choix.get("Requires"), choix.nsmap["wpg"]) == ("wpg", wpg("")[1:-1])


def test_a_box_has_its_text_its_fill_and_its_line():
    [_, forme] = draw(CASE).iter(wps("wsp"))
    assert [flatten(p) for p in forme.iter(w("p"))] == ["Dupont & Fils", "l’atelier"]
    assert [c.get(w("themeColor")) for c in forme.iter(w("color"))] == ["text1", "background1"]
    assert [c.get("val") for c in forme.iter(a("schemeClr"))] == ["accent1", "tx1"]
    assert [t.get("val") for t in forme.iter(a("prstDash"))] == ["sysDash"]


def test_a_tint_is_a_part_of_its_colour_and_white():
    sol = Rectangle("Sol", 0, 0, 10, 10, Fond("accent6", teinte=90), Trait("tx2", teinte=25))
    [_, forme] = draw(sol).iter(wps("wsp"))
    lus = [(c.get("val"), [(t.tag, t.get("val")) for t in c]) for c in forme.iter(a("schemeClr"))]
    assert lus == [
        ("accent6", [(a("lumMod"), "10000"), (a("lumOff"), "90000")]),
        ("tx2", [(a("lumMod"), "75000"), (a("lumOff"), "25000")]),
    ]


def test_a_reader_that_ignores_themes_has_the_colour_of_the_template():
    nom = Rectangle("Nom", 0, 0, 10, 10, ecrits=(Ecrit("Roy", couleur="accent2"), Ecrit("Ici")))
    dessin = Dessin("carte", "", "", 1, 1, (nom,))
    run = make_dessin(dessin, 1, {"accent2": "B5364A"})
    [_, forme] = run.iter(wps("wsp"))
    lues = [(c.get(w("val")), c.get(w("themeColor"))) for c in forme.iter(w("color"))]
    assert lues == [("B5364A", "accent2"), ("auto", "text1")]


def test_a_surface_is_told_from_its_own_corner():
    [_, forme] = draw(SURFACE).iter(wps("wsp"))
    [place] = forme.iter(a("off"))
    assert dict(place.attrib) == {"x": "100", "y": "200"}
    [chemin] = forme.iter(a("path"))
    assert dict(chemin.attrib) == {"w": "1000", "h": "500"}
    points = [(int(p.get("x")), int(p.get("y"))) for p in chemin.iter(a("pt"))]
    assert points == [(0, 0), (1000, 0), (1000, 500), (0, 500), (200, 100), (400, 100), (400, 300)]
    assert len(list(chemin.iter(a("close")))) == 2
    [motif] = forme.iter(a("pattFill"))
    assert [c.get("val") for c in motif.iter(a("schemeClr"))] == ["bg1", "accent2"]


def test_a_line_is_open_and_has_an_extent():
    [chemin] = draw(TRAIT).iter(a("path"))
    assert dict(chemin.attrib) == {"w": "1", "h": "500", "fill": "none"}
    assert list(chemin.iter(a("close"))) == []


def test_an_empty_text_comes_first():
    """LibreOffice loses the format of the first text of a group inside a content control."""
    feuille, *_ = draw(CASE).iter(wps("wsp"))
    assert [flatten(p) for p in feuille.iter(w("p"))] == [""]


def test_shapes_of_two_drawings_have_different_ids():
    autre = make_dessin(Dessin("organigramme", "", "", 1, 1, (CASE,)), 8, {})
    ids = [f.get("id") for run in (draw(CASE, TRAIT), autre) for f in run.iter(wps("cNvPr"))]
    assert len(set(ids)) == len(ids) == 5


@pytest.fixture
def document():
    contenu = docx.Document()
    contenu.add_paragraph()._p.append(draw(CASE, SURFACE, TRAIT))
    return contenu


def errors(document, fichier):
    document.save(fichier)
    return [str(erreur) for erreur in OpenXmlValidator().validate(fichier).errors]


def test_a_document_with_a_drawing_is_as_valid_as_without(document, tmp_path):
    fichier = tmp_path / "dessin.docx"  # python-docx's own template is not quite
    assert errors(document, fichier) == errors(docx.Document(), fichier)


def test_a_document_with_a_drawing_is_read_again(document):
    sortie = io.BytesIO()
    document.save(sortie)
    relu = docx.Document(io.BytesIO(sortie.getvalue()))
    assert len(list(relu.element.body.iter(wps("wsp")))) == 4
