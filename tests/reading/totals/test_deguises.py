"""Rows that add up the rows above them, found by columns as one would row by row."""

from hypothesis import given
from hypothesis import strategies as st
from pandas import Series

from rapportpv.reading.totals.cumul import make_cumul
from rapportpv.reading.totals.deguises import find_sums

CENTS = st.integers(0, 4)
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
