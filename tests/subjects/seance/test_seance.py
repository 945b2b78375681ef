"""Windows of questions, and names however they are spelt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportpv.subjects.seance.aides import covers
from rapportpv.subjects.seance.seance import (
    Elu,
    Fenetre,
    Presence,
    Procuration,
    cle_elu,
    read_fenetre,
)
from tests.flatten import plain

QUESTIONS = range(1, 13)
bornes = st.one_of(st.none(), st.integers(1, 12))
fenetres = st.builds(Fenetre, bornes, bornes)


def questions(fenetre: Fenetre) -> set[int]:
    return {q for q in QUESTIONS if q in fenetre}


@given(fenetres, fenetres)
def test_windows_meet_and_hold_as_their_questions_do(une, autre):
    assert une.is_upside_down == (not questions(une))
    if questions(une) and questions(autre):
        assert une.meets(autre) == bool(questions(une) & questions(autre))
        assert une.meets(autre) == autre.meets(une)
    if une.holds(autre):
        assert questions(une) >= questions(autre)


@given(st.lists(fenetres, max_size=4), fenetres)
def test_windows_cover_as_their_questions_do(plusieurs, voulue):
    droites = [f for f in plusieurs if not f.is_upside_down]
    if voulue.is_upside_down:
        return
    ensemble = set().union(*map(questions, droites))
    ouverte = voulue.derniere is None
    jusqu_au_bout = any(f.derniere is None for f in droites)
    attendu = ensemble >= questions(voulue) and (jusqu_au_bout or not ouverte)
    assert covers(droites, voulue) == attendu


@pytest.mark.parametrize(
    ("fenetre", "dite"),
    [
        (Fenetre(), ""),
        (Fenetre(None, 13), "jusqu'à la question 13"),
        (Fenetre(14), "à partir de la question 14"),
        (Fenetre(5, 13), "de la question 5 à la question 13"),
        (Fenetre(7, 7), "pour la question 7"),
    ],
)
def test_a_window_in_french(fenetre, dite):
    assert plain(str(fenetre)) == dite


def test_lines_of_the_lists():
    elu = Elu("PRUD'HOMME", "Sandrine")
    assert str(Presence(elu)) == "PRUD'HOMME Sandrine"
    ligne = plain(str(Procuration(elu, "PAJOT Ludovic", Fenetre(14))))
    attendu = "PRUD'HOMME Sandrine donne procuration à PAJOT Ludovic (à partir de la question 14)"
    assert ligne == attendu


@pytest.mark.parametrize(
    "ecrit",
    [
        "MEYFROIDT Sylvie",
        "MEY-FROIDT Sylvie",
        "Meyfroidt  Sylvie",
        "Mme MEYFROIDT Sylvie",
        "Madame Meyfroidt Sylvie",
        "Sylvie MEYFROIDT",
    ],
)
def test_spellings_of_one_name(ecrit):
    assert cle_elu(ecrit) in Elu("MEYFROIDT", "Sylvie").cles


@pytest.mark.parametrize(
    ("un", "autre"),
    [
        ("LECONTE Maurice", "LECOMTE Maurice"),
        ("BERROYER Lysiane", "BERROYEZ Lysiane"),
        ("MARTIN Maryse", "ARTIN Maryse"),  # M. is a civility, the first letter of a name is not
    ],
)
def test_near_names_are_two(un, autre):
    assert cle_elu(un) != cle_elu(autre)


@pytest.mark.parametrize("ecrit", ["DE CARRION Alain", "De Carrion Alain", "DECARRION Alain"])
def test_a_particle_is_part_of_the_name(ecrit):
    assert cle_elu(ecrit) in Elu("DE CARRION", "Alain").cles


def test_blank_cells_are_no_questions():
    import pandas as pd

    assert read_fenetre(pd.NA, 13) == Fenetre(None, 13)
    assert read_fenetre(float("nan"), None) == Fenetre()
