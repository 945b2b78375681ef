import re

from hypothesis import given
from hypothesis import strategies as st

from rapportpv.word.noms import etiquette, nom_of_signet, signet, signet_graphique

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


@given(st.lists(NOMS, min_size=1, unique_by=str.casefold), st.data())
def test_a_name_is_found_back_from_its_bookmark(noms, data):
    nom = data.draw(st.sampled_from(noms))
    assert nom_of_signet(signet(nom), noms) == nom


def test_long_names_that_begin_alike_stay_apart():
    long = "credits_etat.piliers.cohesion_sociale.taux"
    assert signet(long) != signet(long + "x")
    assert nom_of_signet(signet(long) + "_2", [long, long + "x"]) == long


def test_a_repeat_is_not_taken_for_another_figure():
    noms = ["fcs.total", "fcs.total_2"]
    assert nom_of_signet("fcs__total_2", noms) == "fcs.total_2"
    assert nom_of_signet("fcs__total_3", noms) == "fcs.total"
    assert nom_of_signet("_Toc1", noms) is None
