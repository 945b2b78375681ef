from hypothesis import given
from hypothesis import strategies as st

from rapportpv.word.marques import (
    MARQUE,
    ColonneVisee,
    Forme,
    Segment,
    build_marques,
    clean_texte,
    show_texte,
    strip_marques,
)
from tests.word.fabrique import bilan, euros, tableau

MARQUES = build_marques(bilan(euros(1, "fcs.total"), tableau("t", {"a": "A"}, ["x"])))


@given(st.text(), st.text(), st.text())
def test_split_undoes_enclose(avant, dedans, apres):
    avant, dedans, apres = map(clean_texte, (avant, dedans, apres))
    texte = avant + MARQUES.enclose("fcs.total", dedans) + apres
    attendus = (Segment(avant), Segment(dedans, "fcs.total"), Segment(apres))
    assert [s for s in MARQUES.split(texte) if s.texte or s.cible] == [
        s for s in attendus if s.texte or s.cible
    ]
    assert strip_marques(texte) == avant + dedans + apres


def test_columns_have_marks_too():
    visee = ColonneVisee("t", "a", Forme(0, unite=False))
    assert list(MARQUES.split(MARQUES.enclose(visee, ""))) == [Segment("", visee)]


def test_what_has_no_mark_stays_as_it_is():
    assert MARQUES.enclose("inconnu", "12") == "12"


def test_a_mark_cut_by_a_filter_leaves_the_text():
    coupe = MARQUES.enclose("fcs.total", "1 234")[:4]
    assert list(MARQUES.split(coupe)) == [Segment("1 2")]


@given(st.text())
def test_a_clean_text_fits_in_a_word_file(texte):
    propre = clean_texte(texte)
    assert not MARQUE.search(propre)
    assert all(c in "\n\x85" or c.isprintable() or ord(c) > 0x9F for c in propre)


def test_line_breaks_and_tabs_of_a_cell_are_kept_as_lines_and_spaces():
    assert clean_texte("a\r\nb\x0bc\td\x00") == "a\nb\nc d"


def test_a_shown_text_is_in_french_typography():
    assert show_texte('"l\'été" !') == "«\u00a0l\u2019été\u00a0»\u202f!"
