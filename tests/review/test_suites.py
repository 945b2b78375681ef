"""Pairs of ranks that rise in both orders, and what stands between them."""

from hypothesis import given
from hypothesis import strategies as st

from rapportpv.review.suites import common, gaps, rising


@given(st.permutations(range(9)))
def test_the_longest_part_that_rises(ordre):
    suite = rising(list(enumerate(ordre)))
    meilleures = [1] * len(ordre)
    for rang, valeur in enumerate(ordre):
        plus_bas = (meilleures[r] for r in range(rang) if ordre[r] < valeur)
        meilleures[rang] = 1 + max(plus_bas, default=0)
    assert len(suite) == max(meilleures)


def test_gaps_are_where_both_have_something():
    assert list(gaps([(1, 1), (2, 4)], 6, 6)) == [(0, 1, 0, 1), (3, 6, 5, 6)]
    assert list(gaps([], 2, 3)) == [(0, 2, 0, 3)]
    assert list(gaps([], 2, 0)) == []


def test_the_longest_part_in_common():
    assert common("abcd", "xbdcd") == [(1, 1), (2, 3), (3, 4)]
