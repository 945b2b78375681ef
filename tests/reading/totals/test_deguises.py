"""Rows that add up the rows above them, found by columns as one would row by row."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandas import DataFrame, Series

from rapportpv.reading.totals.cumul import make_cumul
from rapportpv.reading.totals.deguises import find_deguises, find_sums

CENTS = st.integers(-2, 4)
FEUILLES = st.integers(1, 2).flatmap(
    lambda largeur: st.lists(
        st.tuples(st.booleans(), st.tuples(*[CENTS] * largeur)), min_size=1, max_size=10
    )
)


def one_by_one(feuille):
    """Each row with money, and those above it that it adds up from the first start that does."""
    for ligne, (_, siens) in enumerate(feuille):
        if not any(siens):
            continue
        for debut in range(ligne):
            dessus = [n for n in range(debut, ligne) if any(feuille[n][1])]
            if feuille[debut][0] and siens == tuple(
                sum(feuille[n][1][c] for n in dessus) for c in range(len(siens))
            ):
                if len(dessus) > 1:
                    yield ligne, dessus
                break


@given(FEUILLES)
def test_sums_are_found_as_row_by_row(feuille):
    largeur = len(feuille[0][1])
    cumuls = [make_cumul(Series([siens[c] for _, siens in feuille])) for c in range(largeur)]
    rangees = [(ligne, debut) for ligne, (debut, _) in enumerate(feuille)]
    assert list(find_sums(rangees, cumuls)) == list(one_by_one(feuille))


def test_a_total_in_disguise():
    rangees = [(5, True), (6, False), (7, False), (8, True), (9, False)]
    assert list(find_sums(rangees, [make_cumul(Series({5: 100, 6: 200, 7: 300, 9: 50}))])) == [
        (7, [5, 6])
    ]


def disguised(noms: list[str], *colonnes: list[int], debuts=(1,), premiere=2) -> list[int]:
    """The rows found among projects of one pilier, from their names and their amounts."""
    lignes = [n for n in range(premiere, premiere + len(noms) + len(debuts)) if n not in debuts]
    lignes = lignes[: len(noms)]
    frame = DataFrame({"intitule": noms, "operateur": "Ville", "pilier": "emploi"}, index=lignes)
    feuille = SimpleNamespace(frame=frame, trame=SimpleNamespace(debuts=debuts, donnees=lignes))
    cumuls = [make_cumul(Series(colonne, lignes)) for colonne in colonnes]
    return list(find_deguises(feuille, cumuls))


@pytest.mark.parametrize("nom", ["Total des actions", "Ensemble", "Tous", "Récapitulatif", "Cumul"])
def test_a_word_makes_up_for_few_rows(nom):
    assert disguised(["A", "B", "C", nom], [100, 20, 3, 123]) == [5]
    assert disguised(["A", "B", nom], [100, 20, 120]) == []
    assert disguised(["A", "B", nom], [100, 20, 120], [7, 8, 15]) == [4]


def test_without_a_word_more_rows_or_columns_are_needed():
    assert disguised([*"ABCDEF"], [100, 20, 3, 40, 5, 168]) == [7]
    assert disguised([*"ABCDE"], [100, 20, 3, 40, 163]) == []
    assert disguised([*"ABCD"], [100, 20, 3, 123], [7, 8, 9, 24]) == [5]
    assert disguised([*"ABC"], [100, 20, 120], [7, 8, 15]) == []
    assert disguised([*"ABC"], [100, 20, 120], [7, 8, 15], [1, 2, 3]) == [4]
    assert disguised([*"ABC"], [100, 20, 120], [7, 8, 15], [0, 2, 2]) == [4]
    assert disguised([*"ABC"], [100, 20, 120], [7, 8, 15], [1, 2, 4]) == []


def test_a_block_begins_below_a_total_though_the_pilier_is_the_same():
    noms = ["A", "B", "C", "D", "Ensemble"]
    assert disguised(noms, [100, 20, 3, 4, 27], debuts=(1, 3)) == [7]
    assert disguised(noms, [100, 20, 3, 4, 27]) == []
