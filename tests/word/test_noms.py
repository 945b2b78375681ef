import re

from hypothesis import given
from hypothesis import strategies as st

from rapportpv.word.noms import etiquette, signet, signet_graphique

NOMS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P"]), min_size=1)


def test_dots_become_two_underscores():
    assert signet("fcs.axes.1.total") == "fcs__axes__1__total"


def test_the_chart_of_a_table_has_another_bookmark():
    assert signet_graphique("par_pilier") == "graphique__par_pilier"


@given(NOMS)
def test_a_bookmark_is_one_that_word_accepts(nom):
    assert re.fullmatch("[A-Za-z][A-Za-z0-9_]{0,35}", signet(nom))


@given(NOMS)
def test_a_tag_is_short_enough_for_word(nom):
    assert len(etiquette(nom * 20)) <= 64


def test_long_names_that_begin_alike_stay_apart():
    long = "credits_etat.piliers.cohesion_sociale.taux"
    assert signet(long) != signet(long + "x")
