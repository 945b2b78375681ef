"""Slips of one letter in the names of opérateurs, where only a long word may have one."""

import pytest

from rapportpv.subjects.programmation.operateurs import find_slips


@pytest.mark.parametrize(
    ("un", "autre", "pareils"),
    [
        ("Club nautique Orges", "Club nautique Orgis", True),  # five letters
        ("Club nautique Orge", "Club nautique Orga", False),  # four
        ("Club nautique Orges", "Club nautique Ogres", True),  # two swapped
        ("Club nautique Orges", "Club nautique Oorges", True),  # one more
        ("Club nautique Orges", "Club nautique Orgesas", False),  # two more
        ("Orges", "Orgis", False),  # a short name
    ],
)
def test_one_letter_of_a_long_word_is_a_slip(un, autre, pareils):
    assert list(find_slips([un, autre])) == [(un, autre)] * pareils
