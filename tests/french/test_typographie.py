from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportpv.french.typographie import (
    format_date,
    format_euros,
    format_pourcentage,
    format_prose,
    format_texte,
    round_half_up,
)


@pytest.mark.parametrize(
    ("valeur", "ecrit"),
    [
        (Fraction(5955889), "5\u202f955\u202f889\u00a0€"),
        (Fraction(123450, 100), "1\u202f234,50\u00a0€"),
        (Fraction(0), "0\u00a0€"),
        (Fraction(-12), "\u221212\u00a0€"),
        (Fraction(5, 100), "0,05\u00a0€"),
    ],
)
def test_euros(valeur, ecrit):
    assert format_euros(valeur) == ecrit


def test_shares_round_half_up_only_when_shown():
    assert format_pourcentage(Fraction(7225, 100)) == "72,3\u00a0%"
    assert format_pourcentage(Fraction(145, 2), 0) == "73\u00a0%"
    assert format_pourcentage(Fraction(100)) == "100,0\u00a0%"


@given(st.fractions(-(10**9), 10**9), st.integers(0, 3))
def test_rounding_is_never_off_by_more_than_a_half(valeur, decimales):
    ecart = Fraction(round_half_up(valeur, decimales)) - valeur
    assert abs(ecart) <= Fraction(1, 2 * 10**decimales)
    assert round_half_up(-valeur, decimales) == -round_half_up(valeur, decimales)


def test_rounding_does_not_go_through_binary():
    assert round_half_up(Fraction("0.285"), 2) == Decimal(
        "0.29"
    )  # 0.285 is a little less in binary


def test_dates():
    assert format_date(date(2023, 6, 27)) == "27\u00a0juin\u00a02023"
    assert format_date(date(2023, 7, 1)) == "1er\u00a0juillet\u00a02023"


@pytest.mark.parametrize(
    ("tape", "imprime"),
    [
        ('"Lire en Live"', "«\u00a0Lire en Live\u00a0»"),
        ('"Passe-moi ta recette !" (CPO)', "«\u00a0Passe-moi ta recette\u202f!\u00a0» (CPO)"),
        ("L'E.S.S., d'égal à égale", "L\u2019E.S.S., d\u2019égal à égale"),
        ('"Ferme "école Perret"', '"Ferme "école Perret"'),  # three quotes: nobody knows which
        ("Axe 1 : 12 000 € ; 3 %", "Axe 1\u00a0: 12 000\u00a0€\u202f; 3\u00a0%"),
        ("{%p if fcs %}", "{%p if fcs %}"),
        ("« déjà » fait", "«\u00a0déjà\u00a0» fait"),
    ],
)
def test_typed_texts_get_french_typography(tape, imprime):
    assert format_texte(tape) == imprime


@pytest.mark.parametrize(
    ("tape", "imprime"),
    [
        ("jusqu'au 31 décembre 2023", "jusqu\u2019au 31\u00a0décembre 2023"),
        ("du 1er juillet au 3 août", "du 1er\u00a0juillet au 3\u00a0août"),
        ("la délibération n° 2022CC/136", "la délibération n°\u00a02022CC/136"),
        ("les n° Appels, 2023 mars", "les n°\u00a0Appels, 2023 mars"),  # a year is no day
        ("le 31 décembres, 12 maisons", "le 31 décembres, 12 maisons"),
    ],
)
def test_prose_keeps_days_and_numbers_whole(tape, imprime):
    assert format_prose(tape) == format_prose(imprime) == imprime


@given(st.text(alphabet="ab'\" «»;:!?€%\u00a0\u202f", max_size=30))
def test_typography_is_stable_and_keeps_words(texte):
    une_fois = format_texte(texte)
    assert format_texte(une_fois) == une_fois
    assert [c for c in une_fois if c in "ab"] == [c for c in texte if c in "ab"]
