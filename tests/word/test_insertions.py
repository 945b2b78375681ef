"""Texts and drawings take the place of the paragraph that names them."""

import pytest

from rapportpv.core.dessin import MM, Dessin, Fond, Rectangle
from rapportpv.core.prose import TableauSimple
from rapportpv.core.textes import Texte
from rapportpv.word.ooxml import w
from tests.word.ecrits import write_corps
from tests.word.fabrique import (
    STYLES,
    champ,
    make_docx,
    nombre,
    p,
    render,
    tableau,
    tbl,
)
from tests.word.textes import contenu, para, texte, titre

EVOLUTION = texte("evolution", para("Un."), para("Deux."))
CARTE = Dessin(
    "carte",
    "Les quartiers",
    "Deux quartiers",
    100 * MM,
    50 * MM,
    (Rectangle("fond", 0, 0, 100 * MM, 50 * MM, Fond("accent1")),),
    mention="Carte schématique.",
)


def refuse(tmp_path, corps, *textes, dessins=None, champs=None, **options):
    """What is wrong with a body."""
    document, anomalies = render(
        tmp_path, make_docx(corps, **options), None, textes, dessins, **(champs or {})
    )
    assert document is None
    return anomalies


def test_a_text_takes_the_place_of_its_paragraph(tmp_path):
    document = write_corps(
        tmp_path, p("Avant") + p("{{ textes.evolution }}") + p("Après"), EVOLUTION
    )
    assert document.textes() == ["Avant", "Un.", "Deux.", "Après"]
    assert len(list(document.corps.iter(w("p")))) == 4


def test_it_stands_in_a_control_and_a_bookmark_of_its_name(tmp_path):
    document = write_corps(tmp_path, p("{{ textes.evolution }}"), EVOLUTION)
    (controle,) = document.corps.iter(w("sdt"))
    proprietes = {e.tag: e.get(w("val")) for e in controle.find(w("sdtPr"))}
    assert proprietes[w("tag")] == proprietes[w("alias")] == "textes.evolution"
    assert controle.getparent().tag == w("body")
    premier, dernier = controle.find(w("sdtContent"))
    assert premier.find(w("bookmarkStart")).get(w("name")) == "textes__evolution"
    assert dernier[-1].tag == w("bookmarkEnd")


def test_the_control_of_the_template_is_used(tmp_path):
    corps = (
        '<w:sdt><w:sdtPr><w:tag w:val="textes.evolution"/></w:sdtPr><w:sdtContent>'
        f"{p('{{ textes.evolution }}')}</w:sdtContent></w:sdt>"
    )
    document = write_corps(tmp_path, corps, EVOLUTION)
    assert document.controles() == [("textes.evolution", "Un.Deux.")]


def test_a_text_twice_has_two_bookmarks(tmp_path):
    document = write_corps(tmp_path, p("{{ textes.evolution }}") * 2, EVOLUTION)
    assert document.signets() == ["textes__evolution", "textes__evolution_2"]
    assert document.textes() == ["Un.", "Deux."] * 2


def test_in_a_cell(tmp_path):
    document = write_corps(tmp_path, tbl(["{{ textes.evolution }}", "à côté"]), EVOLUTION)
    assert document.lignes() == [["Un.Deux.", "à côté"]]
    assert len(list(document.corps.iter(w("p")))) == 3  # no empty one at the end of the cell


def test_a_cell_that_a_table_ends_gets_the_paragraph_that_word_wants(tmp_path):
    corps = tbl(["{{ textes.evolution }}"])
    bloc = TableauSimple((contenu("a"),), ((contenu("b"),),))
    document = write_corps(tmp_path, corps, texte("evolution", bloc))
    cellule = next(document.corps.iter(w("tc")))
    assert [e.tag for e in cellule][-1] == w("p")


@pytest.mark.parametrize("nom", ["textes.dsu", "dessins.carte", "textes.evolution"])
def test_nothing_is_printed_of_what_the_year_has_not(tmp_path, nom):
    document = write_corps(tmp_path, p("a") + p(f"{{{{ {nom} }}}}") + p("b"), texte("evolution"))
    assert document.textes() == ["a", "b"]
    assert len(list(document.corps.iter(w("p")))) == 2
    assert document.controles() == []


def test_an_empty_control_of_the_template_goes_away(tmp_path):
    corps = (
        '<w:sdt><w:sdtPr><w:tag w:val="textes.dsu"/></w:sdtPr><w:sdtContent>'
        f"{p('{{ textes.dsu }}')}</w:sdtContent></w:sdt>"
    )
    assert write_corps(tmp_path, corps + p("fin")).controles() == []


def test_what_the_year_has_not_is_false(tmp_path):
    corps = "".join(
        p(f"{{%p if {nom} %}}") + p(nom) + p("{%p endif %}")
        for nom in ("textes.evolution", "textes.dsu", "textes.inconnu", "dessins.carte", "focus")
    )
    assert write_corps(tmp_path, corps, EVOLUTION).textes() == ["textes.evolution"]


def test_an_unknown_name_is_told_with_the_nearest(tmp_path):
    (anomalie,) = refuse(tmp_path, p("{{ textes.evolutoin }}"), EVOLUTION)
    assert anomalie.rule.code == "PV901"
    assert anomalie.valeur == "textes.evolutoin"
    assert anomalie.suggestion.startswith("Écrivez «\u00a0textes.evolution\u00a0», ou entourez")


def test_a_text_of_one_s_own_has_a_name_too(tmp_path):
    document = write_corps(tmp_path, p("{{ textes.mon_bilan }}"), texte("mon-bilan", para("Oui.")))
    assert document.controles() == [("textes.mon_bilan", "Oui.")]


@pytest.mark.parametrize(
    ("corps", "raison"),
    [
        (p("Voici {{ textes.evolution }}"), "n’est pas seul"),
        (p("{{ textes.evolution }} {{ dessins.carte }}"), "n’est pas seul"),
        (p("{{ textes.evolution }}{{ textes.evolution }}"), "n’est pas seul"),
        (p("{{ textes.evolution }}").replace("</w:p>", champ("PAGE") + "</w:p>"), "pas seul"),
    ],
)
def test_what_is_not_alone_is_told(tmp_path, corps, raison):
    anomalies = refuse(tmp_path, corps, EVOLUTION)
    assert {a.rule.code for a in anomalies} == {"PV908"}
    assert raison in anomalies[0].message
    assert "corps › «" in str(anomalies[0].lieu)


def test_a_header_holds_no_text(tmp_path):
    (anomalie,) = refuse(tmp_path, p("x"), EVOLUTION, entete=p("{{ textes.evolution }}"))
    assert (anomalie.rule.code, anomalie.lieu.feuille) == ("PV908", "en-tête")


def test_the_section_that_ends_there_stays(tmp_path):
    corps = "<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>{{ textes.evolution }}</w:t></w:r></w:p>" + p(
        "fin"
    )
    document = write_corps(tmp_path, corps, EVOLUTION)
    assert len(list(document.corps.iter(w("sectPr")))) == 2
    assert document.textes() == ["Un.", "Deux.", "fin"]


def test_headings_go_below_the_template_s(tmp_path):
    corps = p("Partie", "Titre1") + p("{{ textes.evolution }}") + p("{{ textes.dsu }}")
    textes = texte("evolution", titre(1, "A"), titre(2, "B")), texte("dsu", titre(1, "C"))
    document = write_corps(tmp_path, corps, *textes)
    styles = document.xml("word/styles.xml")
    noms = {s.get(w("styleId")): s.find(w("name")).get(w("val")) for s in styles}
    titres = [noms[s.get(w("val"))] for s in document.corps.iter(w("pStyle"))]
    assert titres == ["heading 1", "heading 2", "heading 3", "heading 2"]


def test_headings_are_in_the_contents(tmp_path):
    toc = champ('TOC \\o "1-2"').join(("<w:p>", "</w:p>"))
    corps = toc + p("Partie", "Titre1") + p("{{ textes.evolution }}")
    document = write_corps(
        tmp_path, corps, texte("evolution", titre(1, "Dedans"), titre(2, "Trop bas"))
    )
    assert document.textes()[:2] == ["Partie", "Dedans"]
    assert document.textes()[2:] == ["Partie", "Dedans", "Trop bas"]


def test_a_heading_before_the_first_is_of_the_first_level(tmp_path):
    document = write_corps(tmp_path, p("{{ textes.evolution }}"), texte("evolution", titre(1, "A")))
    assert [s.get(w("val")) for s in document.corps.iter(w("pStyle"))] == ["Titre1"]


def test_headings_never_go_below_the_ninth(tmp_path):
    styles = STYLES + (
        '<w:style w:type="paragraph" w:styleId="T8"><w:name w:val="heading 8"/></w:style>'
    )
    corps = p("Partie", "T8") + p("{{ textes.evolution }}")
    document = write_corps(tmp_path, corps, texte("evolution", titre(3, "A")), styles=styles)
    (ajout,) = [s for s in document.xml("word/styles.xml") if s.get(w("styleId")) == "Heading9"]
    assert ajout.find(w("basedOn")).get(w("val")) == "T8"
    assert ajout.find(f"{w('pPr')}/{w('outlineLvl')}").get(w("val")) == "8"


def test_a_drawing_is_in_line_with_the_text(tmp_path):
    corps = p("{{ dessins.carte }}", "Titre") + p("{{ dessins.carte.mention }}")
    document = write_corps(tmp_path, corps, dessins={"carte": CARTE})
    (controle,) = document.corps.iter(w("sdt"))
    assert document.controles()[0][0] == "dessins.carte"
    assert controle.find(f".//{w('pStyle')}").get(w("val")) == "Titre"
    assert next(controle.iter(w("drawing"))) is not None
    assert document.textes()[-1] == "Carte schématique."


def test_a_drawing_is_made_as_narrow_as_its_place(tmp_path):
    cellules = tbl(["{{ dessins.carte }}", "x"])
    document = write_corps(tmp_path, cellules, dessins={"carte": CARTE})
    tailles = [e for e in document.corps.iter() if e.tag.endswith(("}extent", "}ext"))][:2]
    largeur = (2000 - 216) * 635
    attendu = (str(largeur), str(largeur // 2))
    assert [(e.get("cx"), e.get("cy")) for e in tailles] == [attendu, attendu]


def test_figures_called_by_a_text_carry_their_names(tmp_path):
    corps = p("{{ textes.evolution }}")
    bloc = para("Sur ", "{{ programmation.projets | accorde('projet', 'projets') }}", ".")
    total = nombre(171, "programmation.projets")
    document = write_corps(tmp_path, corps, texte("evolution", bloc), elements=[total])
    assert document.controles() == [
        ("textes.evolution", "Sur 171\u00a0projets."),
        ("programmation.projets", "171"),
    ]


@pytest.mark.parametrize(
    "appel",
    ["{{ programmation.totla }}", "{{ annee | accorde }}", "{{ 1 / 0 }}", "{{ ( }}", "{{ x() }}"],
)
def test_a_call_that_fails_is_told_and_shown_in_a_draft(tmp_path, appel):
    evolution = texte("evolution", para("Un total de ", appel))
    (anomalie,) = refuse(tmp_path, p("{{ textes.evolution }}"), evolution)
    assert anomalie.rule.code == "PV909"
    modele = make_docx(p("{{ textes.evolution }}"))
    brouillon, _ = render(tmp_path, modele, None, (evolution,), brouillon=True)
    assert brouillon.textes() == [f"Un total de {appel}"]


def test_a_call_that_fails_is_told_at_its_line(tmp_path):
    source = "Un.\n\nUn total de {{ annee|accorde }}.\n"
    prose = texte("evolution", para("{{ annee|accorde }}")).prose
    evolution = Texte("2022/textes/evolution.md", source, prose=prose)
    (anomalie,) = refuse(tmp_path, p("{{ textes.evolution }}"), evolution)
    assert str(anomalie.lieu) == "2022/textes/evolution.md › ligne 3"


def test_a_table_called_by_a_text_leaves_no_mark(tmp_path):
    corps = p("{{ textes.evolution }}")
    evolution = texte("evolution", para("a", "{{ tableaux.t.m }}", "{{ textes.dsu }}", "b"))
    document = write_corps(tmp_path, corps, evolution, elements=[tableau("t", {"m": "M"}, ["x"])])
    assert document.textes() == ["ab"]
