"""Numbers as people write them, whatever their spaces, their units, their words."""

from datetime import date
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportpv.french.typographie import format_date, format_euros, format_pourcentage
from rapportpv.review.nombres.ecrits import Genre, find_nombres


@pytest.mark.parametrize(
    ("texte", "attendus"),
    [
        ("5 955 889 €", [(5955889, "euros")]),
        ("5 955 889,50 euros", [(Fraction(11911779, 2), "euros")]),
        ("5.955.889 €, puis 4'353'742 EUR", [(5955889, "euros"), (4353742, "euros")]),
        ("5,96 M€ et 59,6 k€", [(5960000, "euros"), (59600, "euros")]),
        ("près de 6 millions d’euros", [(6000000, "euros")]),
        (
            "73 %, 73,1 % et 12 pour cent",
            [(73, "pourcentage"), (Fraction(731, 10), "pourcentage"), (12, "pourcentage")],
        ),
        ("cent trente-deux actions", [(132, "nombre")]),
        ("vingt et un quartiers, quatre-vingt-dix-sept élus", [(21, "nombre"), (97, "nombre")]),
        ("deux mille euros, un million d'euros", [(2000, "euros"), (1000000, "euros")]),
        (
            "trois quarts, un tiers et la moitié",
            [(75, "pourcentage"), (Fraction(100, 3), "pourcentage"), (50, "pourcentage")],
        ),
        ("1 714 733 € 167 778 €", [(1714733, "euros"), (167778, "euros")]),
        ("En 2022, 171 projets déposés", [(171, "nombre")]),
        ("SUR LES 171 PROJETS, 132 ACTIONS", [(171, "nombre"), (132, "nombre")]),
    ],
)
def test_a_number_is_read_with_its_unit(texte, attendus):
    lus = [(n.valeur, n.genre.value) for n in find_nombres(texte) if n.unite is not None]
    assert lus == attendus


@pytest.mark.parametrize(
    "texte",
    [
        "En 2022 et 2023, contrat 2015-2022, 2024/2030",
        "décret n° 2015-1118, article L. 1111-2, articles 5 et 6",
        "délibération n° 2022CC/136",
        "Tél. 03 21 61 50 00, +33 3 21 61 50 00",
        "100 quai du Port, 62400 Béthune",
        "SIRET 200 072 460 00013",
        "les 9, 11 et 13 bd de Luxembourg",
        "de 14 h 30 à 17 h 00, à 19:00",
        "la 2ème revue, le 1er comité, le XIXe siècle, la 3e",
        "1. Le bilan",
        "- 2/ Corriger",
        "3) Lutter",
        "10 Impliquer le secteur privé",
        "Tableau 3, Figure 2, page 12, Focus 1, question 13, axe 3, phase 2",
        "BOP 147, QE 2022, AAE 62, COVID-19, QP062001",
        "https://exemple.fr/2022/12, contact12@exemple.fr",
        "MILLE Robert, DEUX Anne",
    ],
)
def test_what_is_no_figure_is_left_aside(texte):
    assert [n.texte for n in find_nombres(texte) if n.unite is not None] == []


@pytest.mark.parametrize(
    ("texte", "jour"),
    [
        ("le 27 juin 2023", date(2023, 6, 27)),
        ("le 27\u00a0juin\u00a02023", date(2023, 6, 27)),
        ("le 1er juillet 2023", date(2023, 7, 1)),
        ("le 03/07/2023", date(2023, 7, 3)),
        ("30 JUIN 2023", date(2023, 6, 30)),
    ],
)
def test_a_day_is_read(texte, jour):
    assert [n.jour for n in find_nombres(texte) if n.genre is Genre.DATE] == [jour]


@given(st.integers(0, 10**11))
def test_an_amount_that_we_write_is_read_back(cents):
    (lu,) = find_nombres(f"un total de {format_euros(Fraction(cents, 100))}.")
    assert (lu.valeur, lu.genre) == (Fraction(cents, 100), Genre.EUROS)


@given(st.integers(0, 1000))
def test_a_share_that_we_write_is_read_back(dixiemes):
    (lu,) = find_nombres(f"soit {format_pourcentage(Fraction(dixiemes, 10))} du total")
    assert (lu.valeur, lu.genre) == (Fraction(dixiemes, 10), Genre.POURCENTAGE)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_a_date_that_we_write_is_read_back(jour):
    (lu,) = find_nombres(f"arrêté au {format_date(jour)}")
    assert lu.jour == jour


@given(st.text(alphabet="0123456789 ,.€%kM/-'’()é\u202f\u00a0n°\n", max_size=60))
def test_numbers_stand_in_order_and_apart(texte):
    lus = find_nombres(texte)
    assert all(a.fin <= b.debut for a, b in pairwise(lus))
    assert all(0 <= n.debut < n.fin <= len(texte) for n in lus)
