"""The numbers of a column: the same as cell by cell, whatever is in it, and never wrapped."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportpv.reading.nombres import is_nothing, read_nombre, read_nombres

cellules = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(-(10**12), 10**12).map(lambda cents: cents / 100),
    st.floats(),
    st.dates(),
    st.sampled_from(
        [
            *("12", "12 €", "env. 3000", "-", "néant", "24-001", "1 200,50", "٣", "12\n13", ""),
            *("50000000800010", "9" * 39, "9" * 41, " 12 ", "(12)", "12 k€", 10**400, 1e300),
        ]
    ),
)


@settings(max_examples=400)
@given(st.lists(cellules, max_size=8))
def test_a_column_is_read_as_its_cells_are(colonne):
    nombres = read_nombres(colonne)
    lus = [read_nombre(cellule) for cellule in colonne]
    assert nombres.remplies.tolist() == [lu is not None for lu in lus]
    assert [int(cents) for cents in nombres.cents] == [lu or 0 for lu in lus]
    tout = np.ones(len(colonne), dtype=bool)
    remplies = [lu for lu in lus if lu is not None]
    assert nombres.part(tout) == (len(remplies), sum(remplies))


def test_sums_do_not_wrap():
    """Three rows of 9e16 euros: in 64 bits their cents came out as another number."""
    nombres = read_nombres([90_000_000_000_000_000] * 3)
    assert nombres.part(np.ones(3, dtype=bool)) == (3, 27_000_000_000_000_000_000)


@pytest.mark.parametrize(
    ("texte", "cents"),
    [
        ("9" * 39, int("9" * 39) * 100),
        ("9" * 40, None),  # no amount has as many digits
        ("9" * 41, None),
        ("24-001", None),
        ("12/03/2024", None),
        ("n° A3", None),
        ("env. 3000", None),
        ("   ", None),
    ],
)
def test_what_is_no_number_is_left_alone(texte, cents):
    assert read_nombre(texte) == cents
    [lu] = read_nombres([texte]).cents.tolist()
    assert lu == (cents or 0)


@pytest.mark.parametrize("texte", ["Néant", "NÉANT", "sans  objet", " - ", "S.O.", ""])
def test_words_that_say_that_there_is_nothing(texte):
    assert is_nothing(texte) is True


@pytest.mark.parametrize("texte", ["12", "Les Amis", "0"])
def test_words_that_say_something(texte):
    assert is_nothing(texte) is False
