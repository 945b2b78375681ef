"""Columns of words folded at once: the same as text by text, whatever is in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportpv.french import plis
from rapportpv.french.lexique import fold, squash
from rapportpv.french.plis import fold_all, squash_all

textes = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *(
                    "Les Amis",
                    "L’Œuvre",
                    "Élan",
                    "E\u0301lan",
                    "Ǽgir",
                    "ae\u0301",
                    "æ\u0301",
                    "Straße",
                ),
                *("", " ", " x", "x ", "a  b", "a\u00a0b", "a\nb", "a\tb", "Commune(s) *", "« x »"),
                *(
                    "(a) b",
                    "- a",
                    "a -",
                    "_",
                    "ΣΑΣ",
                    "İ",
                    "ﬁn",
                    "한국",
                    "\u0301",
                    " \u0301x",
                    "a_b",
                ),
            ]
        ),
        st.text(max_size=8),
    ),
    max_size=7,
)


@pytest.fixture(autouse=True, scope="module")
def small_packets():
    """Packets of two texts: a short list has plain ones and others."""
    avant, plis._PAQUET = plis._PAQUET, 2
    yield
    plis._PAQUET = avant


@given(textes)
def test_a_column_is_folded_as_its_texts_are(mots):
    assert fold_all(mots) == [fold(mot) for mot in mots]


@given(textes)
def test_a_column_is_squashed_as_its_texts_are(mots):
    assert squash_all(mots) == [squash(mot) for mot in mots]
