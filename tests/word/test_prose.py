"""What a narrative text is written, in Word's own means: paragraphs, links, quotes, all of it."""

import io

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rapportpv.core.prose import (
    Appel,
    Citation,
    Fragment,
    Illustration,
    Liste,
    Note,
    Paragraphe,
    Retour,
    TableauSimple,
    Titre,
)
from rapportpv.word.ooxml import RELATIONS, w
from rapportpv.word.paquet import open_paquet
from tests.word.ecrits import ICI, LISTES, NOTE, TABLEAU, look, style, write
from tests.word.fabrique import STYLES, make_docx, p, render, tbl
from tests.word.textes import contenu, image, para, titre

FORMES = para(
    "plat ",
    Fragment("gras", gras=True),
    Fragment("penché", italique=True),
    Fragment("ensemble", gras=True, italique=True),
)


def test_emphasis_without_styles_is_direct(tmp_path):
    document = write(tmp_path, FORMES)
    assert look(document, "plat") == []
    assert look(document, "gras") == [("b", None), ("bCs", None)]
    assert look(document, "penché") == [("i", None), ("iCs", None)]
    assert look(document, "ensemble") == [("b", None), ("bCs", None), ("i", None), ("iCs", None)]


def test_emphasis_takes_the_styles_of_the_template(tmp_path):
    styles = STYLES + style("character", "Fort", "Strong") + style("character", "Em", "Emphasis")
    document = write(tmp_path, FORMES, styles=styles)
    assert look(document, "gras") == [("rStyle", "Fort")]
    assert look(document, "penché") == [("rStyle", "Em")]
    assert look(document, "ensemble") == [("rStyle", "Fort"), ("i", None), ("iCs", None)]


def test_a_heading_is_not_made_light_by_bold(tmp_path):
    styles = STYLES + style("character", "Fort", "Strong")
    document = write(tmp_path, titre(1, "Un ", Fragment("mot", gras=True)), styles=styles)
    assert look(document, "mot") == []


def test_paragraphs_look_as_the_template_s(tmp_path):
    corps = (
        '<w:p><w:pPr><w:pStyle w:val="Corps"/><w:pageBreakBefore/><w:jc w:val="both"/></w:pPr><w:r>'
        '<w:rPr><w:sz w:val="22"/></w:rPr><w:t>{{ textes.evolution }}</w:t></w:r></w:p>'
    )
    document = write(tmp_path, para("un"), para(Fragment("deux", gras=True)), corps=corps)
    un, deux = document.corps.iter(w("pPr"))
    noms = [[e.tag.rpartition("}")[2] for e in proprietes] for proprietes in (un, deux)]
    assert noms == [["pStyle", "pageBreakBefore", "jc"], ["pStyle", "jc"]]
    assert look(document, "deux") == [("b", None), ("bCs", None), ("sz", "22")]


def test_french_typography_and_line_breaks(tmp_path):
    document = write(tmp_path, para("L'eau :", Retour(), '"oui"\nou non !\x01 \U000f0000fin'))
    assert document.textes() == ["L’eau\u00a0:«\u00a0oui\u00a0» ou non\u202f! fin"]
    assert len(list(document.corps.iter(w("br")))) == 1


def test_a_link_is_a_relationship_outside(tmp_path):
    adresse = "https://exemple.fr/é t?x=1&y=2"
    lien, gras = Fragment("le site", lien=adresse), Fragment("gras", gras=True, lien=adresse)
    document = write(tmp_path, para("Voir ", lien, gras, " puis ", lien, "."))
    liens = list(document.corps.iter(w("hyperlink")))
    assert ["".join(lien.itertext()) for lien in liens] == ["le sitegras", "le site"]
    relations = open_paquet(document.parts).relations["word/document.xml"]
    externes = [r for r in relations if r.externe]
    assert [r.cible for r in externes] == ["https://exemple.fr/%C3%A9%20t?x=1&y=2"]
    assert {lien.get(f"{{{RELATIONS}}}id") for lien in liens} == {externes[0].id}
    assert look(document, "gras") == [
        ("b", None),
        ("bCs", None),
        ("color", "0563C1"),
        ("u", "single"),
    ]


@pytest.mark.parametrize(
    "adresse", ["javascript:alert(1)", "file:///etc", "../x.md", "http://[", "#a"]
)
def test_a_link_that_leads_nowhere_outside_is_a_text(tmp_path, adresse):
    document = write(tmp_path, para(Fragment("ici", lien=adresse)))
    assert document.textes() == ["ici"]
    assert list(document.corps.iter(w("hyperlink"))) == []


def test_a_quote(tmp_path):
    bloc = Citation((para("Oui."),))
    document = write(tmp_path, bloc, styles=STYLES + style("paragraph", "Cit", "Quote"))
    assert [s.get(w("val")) for s in document.corps.iter(w("pStyle"))] == ["Cit"]
    document = write(tmp_path, bloc)
    assert [(e.get(w("left")), e.get(w("right"))) for e in document.corps.iter(w("ind"))] == [
        ("567", "567")
    ]


def test_nothing_is_added_to_a_document_without_texts(tmp_path):
    modele = make_docx(p("a"))
    document, _ = render(tmp_path, modele)
    assert "word/numbering.xml" not in document.parts
    assert "word/footnotes.xml" not in document.parts
    assert [e.tag for e in document.xml("word/settings.xml")] == []


def test_same_texts_same_bytes(tmp_path):
    blocs = (*LISTES, NOTE, TABLEAU, Illustration(image(), "x"), titre(4, "z"))
    assert write(tmp_path, *blocs).contenu == write(tmp_path, *blocs).contenu


def test_all_of_it_is_valid_in_a_plain_template_of_word(tmp_path, openxml_validator):
    modele = docx.Document()
    modele.add_paragraph("{{ textes.evolution }}")
    tampon = io.BytesIO()
    modele.save(tampon)
    blocs = (titre(1, "z"), FORMES, *LISTES, NOTE, TABLEAU, Citation((para("q"),)))
    document = write(
        tmp_path, *blocs, Illustration(image(), "x", contenu("y")), modele=tampon.getvalue()
    )
    fichier = tmp_path / "sortie.docx"
    fichier.write_bytes(document.contenu)
    erreurs = openxml_validator.validate(fichier).errors
    # python-docx's own template keeps a second table of styles, of Word 2010, that does not agree
    assert [e.description for e in erreurs if e.part_uri != "/word/stylesWithEffects.xml"] == []


mots = st.text(alphabet="aé '\"«»!:\n", max_size=12)
morceaux = st.lists(
    st.one_of(
        st.builds(
            Fragment, mots, st.booleans(), st.booleans(), st.sampled_from(("", "https://a.fr"))
        ),
        st.just(Appel("programmation.total")),
        st.just(Retour()),
        st.builds(Note, st.lists(st.builds(Fragment, mots), max_size=2).map(tuple)),
    ),
    max_size=3,
).map(tuple)
feuilles = st.one_of(
    st.builds(Paragraphe, morceaux),
    st.builds(Titre, st.integers(1, 6), morceaux),
    st.builds(Illustration, st.builds(image, st.integers(1, 9), st.just(1)), mots, morceaux),
    st.builds(
        TableauSimple,
        st.lists(morceaux, min_size=1, max_size=3).map(tuple),
        st.lists(st.lists(morceaux, max_size=4).map(tuple), max_size=3).map(tuple),
        morceaux,
    ),
)


def nest(blocs):
    """Lists and quotes of blocks."""
    plusieurs = st.lists(blocs, max_size=3).map(tuple)
    elements = st.lists(plusieurs, max_size=3).map(tuple)
    listes = st.builds(Liste, st.booleans(), elements, st.integers(0, 9))
    return st.one_of(listes, st.builds(Citation, plusieurs))


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.recursive(feuilles, nest, max_leaves=6), max_size=4), st.booleans())
def test_any_text_makes_a_document_without_fault(tmp_path, blocs, en_cellule):
    """The invariants hold whatever a text is made of: `render` looks at them."""
    corps = tbl(["{{ textes.evolution }}"]) if en_cellule else ICI
    document = write(tmp_path, *blocs, corps=corps + p("fin"))
    assert document.textes()[-1] == "fin"
