"""Which rows are the same line: pairs that rise in both orders, equal rows first."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from rapportpv.review.alignement import align_rangees
from rapportpv.review.details import tell_rangees

RANGEES = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("12")), max_size=12)


@given(RANGEES, RANGEES)
def test_pairs_rise_and_share_a_label(avant, apres):
    paires = align_rangees(avant, apres)
    assert all(a < b for p, q in itertools.pairwise(paires) for a, b in zip(p, q, strict=True))
    assert all(avant[i][0] == apres[j][0] for i, j in paires)


@given(RANGEES)
def test_a_table_is_the_same_line_for_line_as_itself(rangees):
    assert align_rangees(rangees, rangees) == [(i, i) for i in range(len(rangees))]


@given(RANGEES, st.integers(0, 12))
def test_a_row_that_is_added_leaves_the_others_paired(rangees, rang):
    apres = [*rangees[:rang], ("neuve", "0"), *rangees[rang:]]
    assert len(align_rangees(rangees, apres)) == len(rangees)


def test_a_row_whose_amount_changes_is_the_same_line():
    assert align_rangees([("a", "1"), ("b", "2")], [("a", "1"), ("b", "3")]) == [(0, 0), (1, 1)]


def test_a_total_is_known_by_its_figures_whatever_is_said_beside():
    avant = [("Total", "\ufffcx.total\ufffc commune")]
    apres = [("Ensemble", "\ufffcx.total\ufffc communes")]
    assert align_rangees(avant, apres) == [(0, 0)]


def test_what_changes_is_told_a_line_a_row():
    assert tell_rangees("a\t1\nb\t2\nc\t3", "a\t1\nb\t5\nd\t4") == (
        "b\u00a0: 2 → 5",
        "+ d | 4",
        "\u2212 c | 3",
    )


def test_twenty_thousand_rows_are_aligned_at_once():
    avant = [(f"l{n % 7}", str(n)) for n in range(20_000)]
    apres = avant[1:]
    assert align_rangees(avant, apres) == [(n + 1, n) for n in range(19_999)]
