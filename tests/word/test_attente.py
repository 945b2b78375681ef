"""Rows that wait are, to the byte, those that would have been put into the tree."""

from copy import deepcopy

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rapportpv.word.attente import Attente, is_simple
from rapportpv.word.hauteurs import Regle
from rapportpv.word.ooxml import make, make_texte, w
from rapportpv.word.regions import MC
from rapportpv.word.releves import read_rangee, read_rangees
from rapportpv.word.styles import Styles
from tests.word.fabrique import STYLES, bilan, champ, euros, p, render, tableau, tbl
from tests.word.fabrique import make_docx as make_modele

A, B = "{{ tableaux.t.a }}", "{{ tableaux.t.b }}"
AUTRE = "{{ tableaux.autre.x }}"
PIEGES = ("R&D <b>", "deux\nlignes", "100 % %b %s", "]]>", "«\u00a0é\u202f»", "a\u0301", "x" * 300)
LIGNES = tableau(
    "t",
    {"a": "A", "b": "B"},
    *([f"{PIEGES[n % 7] if n % 3 else 'mot'} {n}", euros(n)] for n in range(40)),
)
LONGUES = tableau(
    "long",
    {"a": "A", "b": "B"},
    *(["un\ndeux\ntrois", f"mot\n{n}"] for n in range(25)),
    *(["un\n\ndeux", f"mot {n}"] for n in range(5)),
    *([f"mot\n{n}", "un\ndeux"] for n in range(5)),
)
BILAN = bilan(
    LIGNES, LONGUES, tableau("autre", {"x": "X"}, *([f"x{n}"] for n in range(9))), euros(5, "fcs")
)
TITRE = '<w:name w:val="heading 1"/>'
STYLES_DE_CELLULE = (
    f"{STYLES.replace(TITRE, TITRE + '<w:pPr><w:pageBreakBefore/></w:pPr>')}"
    '<w:style w:type="paragraph" w:styleId="Cellule"><w:name w:val="cellule"/></w:style>'
    '<w:style w:type="table" w:styleId="TableauRapport"><w:name w:val="Tableau rapport"/></w:style>'
)
TABLEAU = tbl(["A", "B"], [A, B])
PARTIES = "".join(p(f"Partie {n}", "Titre1") + p("mot " * 150 * n) + TABLEAU for n in range(5))


def styled(style):
    return TABLEAU.replace("<w:p>", f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>')


def sommaire(code):
    return f"<w:p>{champ(code, 'x')}</w:p>"


def boxed(contenu):
    boite = f"<w:txbxContent>{contenu}{p('fin')}</w:txbxContent>"
    return f"<w:p><w:r><w:pict>{boite}</w:pict></w:r></w:p>"


CAS = {
    "a heading": TABLEAU,
    "no heading": tbl([A, B]),
    "a heading that is held": TABLEAU.replace("<w:p>", "<w:p><w:pPr><w:keepNext/></w:pPr>", 1),
    "a total": tbl(["A", "B"], [A, B], ["Total", "{{ fcs }}"]),
    "columns of the report": TABLEAU.replace(
        "<w:tblPr/>", '<w:tblPr><w:tblStyle w:val="TableauRapport"/></w:tblPr>'
    ),
    "words around": tbl(["n° {{ tableaux.t.rang }} % : " + A, "fixe"]),
    "a line twice in a document": TABLEAU + p("et") + tbl([B, A]),
    "two tables in one": tbl([A, B], ["x", AUTRE]),
    "parts of a report": PARTIES,
    "cells in a table of contents": sommaire(r"TOC \o 1-2") + styled("Titre1"),
    "cells of a style that it names": sommaire(r'TOC \t "cellule;1"') + styled("Cellule"),
    "cells in the style of the title": styled("Titre"),
    "a figure in the row": tbl([A, "{{ fcs }}"]),
    "a cell without text": tbl([A, ""]),
    "a text that is empty": TABLEAU.replace(
        "</w:tc></w:tr></w:tbl>", "</w:tc><w:tc><w:p><w:r><w:t/></w:r></w:p></w:tc></w:tr></w:tbl>"
    ),
    "two texts in a cell": TABLEAU.replace(f"{B}</w:t>", f"{B}</w:t></w:r><w:r><w:t>!</w:t>"),
    "a bookmark in the row": TABLEAU.replace(
        f"{p(B)}", f'<w:bookmarkStart w:id="4" w:name="ici"/>{p(B)}<w:bookmarkEnd w:id="4"/>'
    ),
    "a tab in the row": TABLEAU.replace(f"{B}</w:t>", f"{B}</w:t><w:tab/>"),
    "a width in percent": TABLEAU.replace("<w:tcPr/>", '<w:tcPr><w:tcW w:w="50%"/></w:tcPr>'),
    "a row that was deleted": TABLEAU.replace("<w:tr>", '<w:tr><w:trPr><w:del w:id="1"/></w:trPr>'),
    "identifiers": TABLEAU.replace("<w:tr>", '<w:tr w14:paraId="00000001">').replace(
        "<w:p>", '<w:p w14:paraId="00000002" w14:textId="77777777">'
    ),
    "a row in a row": TABLEAU.replace(p(B), tbl([AUTRE]) + p(B)),
    "a row in another that is repeated": tbl([A, "x"]).replace(p("x"), tbl([B]) + p("x")),
    "a text box": boxed(TABLEAU) + p("fin"),
    "the copy of a text box that old readers see": boxed(TABLEAU)
    .replace("<w:pict>", f'<mc:Fallback xmlns:mc="{MC}"><w:pict>')
    .replace("</w:pict>", "</w:pict></mc:Fallback>")
    + TABLEAU,
    "line breaks": tbl(["{{ tableaux.long.a }}", "n° {{ tableaux.long.b }}"]),
    "line breaks of the template": tbl([A, "un\ndeux"]) + tbl([f"{A}{B}\n{A}", B]),
    "a paragraph after each": TABLEAU.replace(p(B), p(B) + p("suite")),
    "a reference to the first row": tbl([A, B]) + f"<w:p>{champ('REF t')}</w:p>",
}


def build(dossier, corps, annee=BILAN, **options):
    modele = make_modele(corps, styles=STYLES_DE_CELLULE, **options)
    document, anomalies = render(dossier, modele, annee)
    assert anomalies == []
    return document


def without_waiting(monkeypatch):
    monkeypatch.setattr("rapportpv.word.prototypes.is_simple", lambda _: False)


@pytest.mark.parametrize("corps", CAS.values(), ids=CAS)
def test_whether_rows_wait_does_not_show(tmp_path, monkeypatch, corps):
    en_attente = build(tmp_path, corps)
    without_waiting(monkeypatch)
    assert build(tmp_path, corps).parts == en_attente.parts


def test_nor_in_a_header_or_in_a_note(tmp_path, monkeypatch):
    options = {"entete": TABLEAU, "notes": f'<w:footnote w:id="1">{TABLEAU}{p("a")}</w:footnote>'}
    en_attente = build(tmp_path, p("a"), **options)
    assert en_attente.textes("word/header1.xml")[-2:] == ["mot 39", "39\u00a0€"]
    without_waiting(monkeypatch)
    assert build(tmp_path, p("a"), **options).parts == en_attente.parts


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40
)
@given(st.lists(st.tuples(st.text(max_size=6), st.text(max_size=6)), min_size=3, max_size=9))
def test_whatever_the_texts_are(tmp_path, lignes):
    annee = bilan(tableau("t", {"a": "A", "b": "B"}, *map(list, lignes)))
    en_attente = build(tmp_path, TABLEAU, annee)
    with pytest.MonkeyPatch.context() as monkeypatch:
        without_waiting(monkeypatch)
        assert build(tmp_path, TABLEAU, annee).parts == en_attente.parts


@pytest.mark.parametrize(
    "nom",
    [
        *("a heading", "a total", "columns of the report", "parts of a report", "a text box"),
        *("a cell without text", "two texts in a cell", "a tab in the row"),
        *("a paragraph after each", "line breaks"),
    ],
)
def test_rows_do_wait(tmp_path, monkeypatch, nom):
    vues = []
    monkeypatch.setattr(Attente, "add", lambda *demande: vues.append(demande))
    modele = make_modele(CAS[nom], styles=STYLES_DE_CELLULE)
    render(tmp_path, modele, BILAN)
    assert len(vues) > 20


def rangee(*textes):
    cellules = (make("tc", make("p", make("r", make_texte(texte)))) for texte in textes)
    return make("tr", *cellules)


def wait(tete, *suite):
    attente = Attente()
    for textes in suite:
        attente.add(tete, textes)
    return attente


def test_a_table_is_read_with_the_rows_that_wait_and_left_as_it_was():
    tete = rangee("b")
    tableau_word = make("tbl", rangee("a"), tete, rangee("e"))
    attente = wait(tete, ["c"], ["d"])
    lues = ["".join(li.itertext()) for rang in tableau_word for li in attente.show(rang)]
    assert lues == ["a", "b", "c", "d", "e"]
    assert "".join(tableau_word.itertext()) == "abe"
    assert attente.count(tableau_word) == 5
    assert b"d" in attente.serialise(tableau_word)
    assert [ligne.tag for ligne in tableau_word] == [w("tr")] * 3
    assert "".join(tableau_word.itertext()) == "abe"


def test_a_table_is_as_high_with_the_rows_that_wait():
    textes = [[f"mot {'mot ' * n}"] for n in range(40)]
    grille = make("gridCol", w="1500")
    entiere = make("tbl", make("tblGrid", deepcopy(grille)), *(rangee(*t) for t in textes))
    tete = rangee(*textes[0])
    courte = make("tbl", make("tblGrid", grille), tete)
    seule, avec = Regle(Styles(), 9000), Regle(Styles(), 9000, wait(tete, *textes[1:]))
    assert avec.height(courte) == seule.height(entiere) > seule.height(courte)
    assert (avec.may_part(courte), seule.may_part(courte)) == (True, False)


def test_what_a_row_says_is_told_the_same_when_it_waits():
    textes = [["a", "«\u00a0b\u202f»"], ["  c  d", "e\u0301"], ["f", "g"]]
    entiere = make("tbl", *(rangee(*t) for t in textes))
    tete = rangee(*textes[0])
    dites = read_rangees(make("tbl", tete), {}, wait(tete, *textes[1:]))
    assert dites == [read_rangee(ligne, {}) for ligne in entiere]
    assert dites[:2] == [("a", "« b »"), ("c d", "\u00e9")]


def test_rows_are_spread_for_the_style_of_a_paragraph_of_theirs():
    tete = rangee("b")
    tableau_word = make("tbl", tete, rangee("e"))
    attente = wait(tete, ["c"], ["d"])
    next(tete.iter(w("p"))).insert(0, make("pPr", make("pStyle", val="Titre1")))
    styles = Styles(noms={"Titre1": "heading 1"})
    attente.spread({"title"}, styles)
    assert "".join(tableau_word.itertext()) == "be"
    attente.spread({"heading 1"}, styles)
    assert "".join(tableau_word.itertext()) == "bcde"
    assert attente.count(tableau_word) == 4


def test_what_is_not_xml_is_refused_as_in_a_tree():
    tete = rangee("b")
    with pytest.raises(ValueError, match="XML"):
        wait(tete, ["\x01"]).serialise(make("tbl", tete))


def test_no_row_waits_for_one_that_holds_more_than_words():
    assert is_simple(rangee("a", "b"))
    assert is_simple(rangee("a", ""))
    assert not is_simple(make("tr", make("tc", make("p", make("r", make("t"))))))
    assert not is_simple(rangee("a\nb"))
    assert not is_simple(rangee("a\U000f0001"))
    dedans = rangee("a")
    make("tr", make("tc", make("tbl", dedans)))
    assert not is_simple(dedans)
    assert not is_simple(make("tr", make("sdt", make("sdtContent", *rangee("a")))))
    assert is_simple(make("tr", *rangee("a"), make("tc", make("tcPr", make("tcW")), make("p"))))
    suivie = rangee("a")
    suivie.tail = "\n"
    assert not is_simple(suivie)
