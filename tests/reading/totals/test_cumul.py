"""Sums between two rows, the same as adding up one by one."""

from hypothesis import given
from hypothesis import strategies as st
from pandas import Series

from rapportpv.reading.totals.cumul import make_cumul

MONTANTS = st.lists(st.tuples(st.integers(1, 9), st.integers(-3, 3)), max_size=12)
LIGNE = st.integers(0, 11)


@given(MONTANTS, LIGNE, LIGNE)
def test_between_two_rows(montants, debut, fin):
    """A row may have several amounts, as a grant each in a wide sheet; they may come unordered."""
    cumul = make_cumul(Series([c for _, c in montants], [n for n, _ in montants], dtype="int64"))
    sommes = {n: sum(c for ligne, c in montants if ligne == n) for n in range(12)}
    entre = [n for n in range(debut + 1, fin) if sommes[n]]
    assert cumul.before(fin) == sum(sommes[n] for n in range(fin))
    if debut < fin:
        assert cumul.between(debut, fin) == sum(sommes[n] for n in entre)
    assert cumul.rows(debut, fin) == entre
    assert cumul.find(2, debut, fin) == [n for n in entre if sommes[n] == 2]


def test_the_amount_on_rows_that_have_none():
    cumul = make_cumul(Series({5: 100, 8: 300}))
    assert cumul.on(Series([4, 5, 8, 9]).to_numpy()).tolist() == [0, 100, 300, 0]
    assert make_cumul(Series({5: 0})).on(Series([5]).to_numpy()).tolist() == [0]


def test_an_empty_amount_and_rows_left_out():
    cumul = make_cumul(Series([100, None, 300], [5, 6, 7], dtype="Int64"))
    assert cumul.par_ligne == {5: 100, 7: 300}
    assert cumul.without({7: "", 9: ""}).par_ligne == {5: 100}
    assert cumul.sum([4, 5, 7]) == 400


def test_a_block_begins_above_its_total_though_the_amounts_below_would_fit():
    cumul = make_cumul(Series({2: 10, 4: 20}))
    assert cumul.find_start((1, 6), 3, 10) == 1
    assert cumul.find_start((1, 6), 3, -20) is None
    assert cumul.find_start((1, 6), 3, 11) is None
