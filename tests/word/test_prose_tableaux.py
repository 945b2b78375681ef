"""Tables and footnotes of a narrative text."""

from rapportpv.core.prose import (
    Fragment,
    Note,
    TableauSimple,
)
from rapportpv.word.ooxml import w
from rapportpv.word.paquet import open_paquet
from tests.word.ecrits import ICI, NOTE, TABLEAU, style, write
from tests.word.fabrique import STYLES, p
from tests.word.textes import contenu, para


def test_a_table_of_a_text(tmp_path):
    document = write(tmp_path, TABLEAU, para("après"))
    assert document.textes()[0] == "Tableau 1. Ce qui est versé"
    assert document.lignes() == [
        ["Nom", "Montant", "Date"],
        ["Les Amis", "12 000\u00a0€", "juin"],
        ["Le Club", "12\u00a0€", "–"],
        ["Court", "–", "–"],
    ]
    (tableau,) = document.corps.iter(w("tbl"))
    assert tableau.find(f"{w('tblPr')}/{w('tblCaption')}").get(w("val")) == "Ce qui est versé"
    assert tableau.find(f"{w('tblPr')}/{w('tblLook')}").get(w("firstRow")) == "1"
    assert tableau.find(f"{w('tblPr')}/{w('tblBorders')}") is not None
    assert [tr.find(f".//{w('tblHeader')}") is not None for tr in tableau.iter(w("tr"))] == [
        True,
        False,
        False,
        False,
    ]
    assert len(list(tableau.iter(w("cantSplit")))) == 4
    droite = [
        "".join(t.text for t in e.iter(w("t")))
        for e in tableau.iter(w("p"))
        if e.find(f"{w('pPr')}/{w('jc')}") is not None
    ]
    assert droite == ["Montant", "12 000\u00a0€", "12\u00a0€", "–"]
    largeurs = [int(c.get(w("w"))) for c in tableau.iter(w("gridCol"))]
    assert int(tableau.find(f".//{w('tblW')}").get(w("w"))) == sum(largeurs)
    suivant = next(e for e in document.corps.iter(w("p")) if "après" in "".join(e.itertext()))
    assert suivant.find(f"{w('pPr')}/{w('spacing')}").get(w("before")) == "160"


def test_a_table_takes_the_style_of_the_template(tmp_path):
    styles = (
        STYLES
        + style("table", "TR", "Tableau rapport")
        + style("paragraph", "TT", "Tableau texte")
        + style("paragraph", "TN", "Tableau nombre")
    )
    document = write(tmp_path, TABLEAU, styles=styles)
    assert [s.get(w("val")) for s in document.corps.iter(w("tblStyle"))] == ["TR"]
    (premiere, *_) = document.corps.iter(w("tr"))
    assert [s.get(w("val")) for s in premiere.iter(w("pStyle"))] == ["TT", "TN", "TT"]


def test_two_tables_do_not_become_one(tmp_path):
    sans = TableauSimple(TABLEAU.entetes, TABLEAU.lignes)
    document = write(tmp_path, sans, sans)
    un, deux = document.corps.iter(w("tbl"))
    assert un.getnext().tag == w("p")
    assert un.getnext().getnext() is deux


def test_footnotes_make_their_part(tmp_path):
    lien = Note(contenu(Fragment("le site", lien="https://exemple.fr"), Note(contenu("dedans"))))
    document = write(tmp_path, NOTE, para("b", lien))
    notes = document.xml("word/footnotes.xml")
    assert [(n.get(w("id")), n.get(w("type"))) for n in notes] == [
        ("0", "separator"),
        ("1", "continuationSeparator"),
        ("2", None),
        ("3", None),
    ]
    assert document.textes("word/footnotes.xml") == [
        " Ce qu’elle dit\u00a0: 12\u00a0€",
        " le site",
    ]
    assert document.controles("word/footnotes.xml") == [("programmation.total", "12\u00a0€")]
    appels = [n.get(w("id")) for n in document.corps.iter(w("footnoteReference"))]
    assert appels == ["2", "3"]
    reglages = document.xml("word/settings.xml").find(w("footnotePr"))
    assert [n.get(w("id")) for n in reglages] == ["0", "1"]
    noms = [e.get(w("val")) for e in document.xml("word/styles.xml").iter(w("name"))]
    assert {"footnote text", "footnote reference"} <= set(noms)
    paquet = open_paquet(document.parts)
    assert [r.cible for r in paquet.relations["word/footnotes.xml"]] == ["https://exemple.fr"]


def test_footnotes_go_after_those_of_the_template(tmp_path):
    corps = ('<w:p><w:r><w:t>a</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r></w:p>') + ICI
    notes = f'<w:footnote w:id="7">{p("Du modèle, {{ programmation.total }}")}</w:footnote>'
    document = write(tmp_path, NOTE, corps=corps, notes=notes)
    assert [n.get(w("id")) for n in document.xml("word/footnotes.xml")] == ["7", "8"]
    assert document.textes("word/footnotes.xml")[0] == "Du modèle, 12\u00a0€"
