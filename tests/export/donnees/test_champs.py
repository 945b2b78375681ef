"""CSV that every program reads back, and that no spreadsheet runs."""

import csv
import io
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportpv.core.chiffre import Quantite, Unite
from rapportpv.export.donnees.champs import Champ, defuse, read_quantite, write_csv

TEXTES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@pytest.mark.parametrize(
    ("texte", "attendu"),
    [
        ("=1+1", "'=1+1"),
        ("+33 6 12", "'+33 6 12"),
        ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("-5", "-5"),
        ("-12,50", "-12,50"),
        ("- un tiret", "'- un tiret"),
        ("–", "–"),
        ("Les Amis", "Les Amis"),
    ],
)
def test_a_formula_is_defused_and_a_number_is_none(texte, attendu):
    assert defuse(texte) == attendu


@given(
    st.lists(
        st.tuples(
            TEXTES, st.integers(), st.decimals(allow_nan=False, allow_infinity=False, places=2)
        )
    )
)
def test_what_is_written_is_read_back(lignes):
    champs = (Champ("a", "A"), Champ("b", "B", "integer"), Champ("c", "C", "number"))
    texte = write_csv(champs, lignes).decode("utf-8")
    [entete, *lues] = csv.reader(io.StringIO(texte, newline=""))
    assert entete == ["a", "b", "c"]
    assert [(a, int(b), Decimal(c)) for a, b, c in lues] == [
        (defuse(a), b, c) for a, b, c in lignes
    ]


@given(st.integers())
def test_an_amount_is_exact_to_the_cent(cents):
    lu = read_quantite(Quantite(Fraction(cents, 100), Unite.EUROS))
    assert Fraction(lu) == Fraction(cents, 100)


def test_a_share_without_end_is_cut():
    assert read_quantite(Quantite(Fraction(200, 3), Unite.POURCENTAGE)) == Decimal("66.6666666667")
