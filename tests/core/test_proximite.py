"""What makes an amount look like a misprint of another, and what does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportpv.core.proximite import count_significatifs, explain_ecart, is_near


@pytest.mark.parametrize(
    ("lu", "juste", "cause"),
    [
        (595589900, 595588900, "un chiffre diffère"),
        (495588900, 595588900, "un chiffre diffère"),
        (9791800, 9719800, "deux chiffres voisins sont inversés"),
        (1234556, 1234565, "deux chiffres voisins sont inversés"),
        (1234500, 1234565, None),
        (39193400, 39198700, None),
        (9791800, 979180, None),
        (5100, 1500, "deux chiffres voisins sont inversés"),
    ],
)
def test_a_slip_is_named(lu, juste, cause):
    assert explain_ecart(lu, juste) == cause


@pytest.mark.parametrize(
    ("lu", "juste", "proche"),
    [
        (595589900, 595588900, True),  # one digit
        (39193400, 39198700, True),  # two digits, 0.0135 %
        (9719800, 9791800, True),  # swapped
        (9810000, 9791800, False),  # 0.2 %, three digits that count
        (9790000, 9791800, False),  # near, but round
        (9791800, 9791800, False),  # the same
        (4000000, 4000100, False),  # round
        (9902300, 9791800, False),
    ],
)
def test_nearness_needs_five_digits_that_count(lu, juste, proche):
    assert is_near(lu, juste) is proche


@pytest.mark.parametrize(("cents", "compte"), [(39200000, 3), (595588900, 7), (1234550, 6), (0, 0)])
def test_the_zeros_at_the_end_do_not_count(cents, compte):
    assert count_significatifs(cents) == compte


@given(st.integers(0, 10**12), st.integers(0, 10**12))
def test_a_slip_goes_both_ways(un, autre):
    assert explain_ecart(un, autre) == explain_ecart(autre, un)
    assert explain_ecart(un, un) is None
