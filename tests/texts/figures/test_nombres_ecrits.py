"""Every French way of typing an amount, a share, a count; and what each may stand for."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportpv.french.typographie import format_euros
from rapportpv.texts.figures.nombres_ecrits import find_comptes, find_montants, find_parts


@pytest.mark.parametrize(
    ("phrase", "euros"),
    [
        ("5 955 889 €", 5955889),
        ("5955889€", 5955889),
        ("5.955.889 euros", 5955889),
        ("5'955'889 EUR", 5955889),
        ("391 987,00 €", 391987),
        ("12 345,5 €", Fraction("12345.5")),
        ("6 M€", 6_000_000),
        ("5,96 millions d’euros", 5_960_000),
        ("1 million d'euros", 1_000_000),
        ("3 milliers d’euros", 3_000),
        ("97,9 k€", 97_900),
        ("1,2 milliard d’euros", 1_200_000_000),
        ("(5 955 889 €)", 5955889),
    ],
)
def test_an_amount_is_read(phrase, euros):
    [montant] = find_montants(f"soit {phrase}, en tout")
    assert montant.valeur == euros


@pytest.mark.parametrize(
    "phrase", ["5 955 889", "12 mille euros", "6 M de vues", "6 millions", "A5 €", "12 kg"]
)
def test_what_is_no_amount_in_euros_is_left_alone(phrase):
    assert list(find_montants(phrase)) == []


@given(st.integers(0, 10**11))
def test_what_the_report_prints_is_read_back(cents):
    euros = Fraction(cents, 100)
    [montant] = find_montants(format_euros(euros).replace("\u202f", " ").replace("\u00a0", " "))
    assert montant.valeur == euros
    assert montant.means(euros)


@pytest.mark.parametrize(
    ("ecrit", "euros", "vrai"),
    [
        ("6 M€", 5_955_889, True),
        ("6,0 M€", 5_955_889, True),
        ("5,96 millions d’euros", 5_955_889, True),
        ("5,95 millions d’euros", 5_955_889, False),
        ("392 000 €", 391_987, True),
        ("391 000 €", 391_987, False),
        ("plus de 391 000 €", 391_987, True),
        ("près de 400 000 €", 391_987, True),
        ("environ 5 955 899 €", 5_955_889, False),
        ("5 955 890 €", 5_955_889, True),
        ("5 955 899 €", 5_955_889, False),
        ("1 235 €", Fraction("1234.56"), True),
        ("1 234,60 €", Fraction("1234.56"), False),
    ],
)
def test_a_rounded_amount_means_what_it_rounds(ecrit, euros, vrai):
    [montant] = find_montants(ecrit)
    assert montant.means(Fraction(euros)) is vrai


def test_shares_and_counts_are_read():
    assert [n.valeur for n in find_parts("73% puis 73,1 % et 12 pour cent, 12")] == [
        73,
        Fraction("73.1"),
        12,
    ]
    phrase = "171 projets, 12 345 habitants, 1,5 hectare, la 2ème revue, 31."
    assert [n.valeur for n in find_comptes(phrase)] == [171, 12345]


def test_an_amount_says_how_it_was_typed_and_where():
    phrase = "Un total de 5 955 889 € versés"
    [montant] = find_montants(phrase)
    assert montant.texte == "5 955 889 €"
    assert phrase[montant.debut : montant.fin] == "5 955 889 €"
