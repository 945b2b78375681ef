"""Number formats that show another number than the cell holds; fills."""

from fractions import Fraction
from xml.etree import ElementTree as ET

import pytest

from rapportpv.reading.classeur.couleurs import read_remplissage, read_theme
from rapportpv.reading.classeur.formats import read_format


@pytest.mark.parametrize(
    ("code", "facteur"),
    [
        ('0" 000 €"', 1000), ('#,##0" 000"', 1000), ("0\\ \\0\\0\\0", 1000), ('0"\u00a0000\u00a0€"', 1000),
        ('0" 000 000"', 10**6), ("#,##0,", Fraction(1, 1000)), ("0.0,,", Fraction(1, 10**6)),
        ('#,##0," k€"', 1), ('0" k€"', 1000), ('0.0" M€"', 10**6), ('0" milliers"', 1000),
        ("0%", 100), ("0.00%", 100), ("0\\ %;-0\\ %", 100),
    ],
)  # fmt: skip
def test_formats_that_scale(code, facteur):
    lu = read_format(code)
    if facteur == 1:
        assert lu is None  # a thousandth, said to be thousands: the amount is as it is shown
    else:
        assert (lu.facteur, lu.pourcent) == (facteur, "%" in code)


@pytest.mark.parametrize(
    "code",
    ["General", "0", "0.00", "#,##0", "#,##0.00", '#,##0.00\\ "€"', "#,##0\\ [$€-40C]", "dd/mm/yyyy",
     '_-* #,##0.00\\ "€"_-;\\-* #,##0.00\\ "€"_-;_-* "-"??\\ "€"_-', "@", "00000", '0" mois"', '0" km"',
     "0000000000", '"N° "000', "0.00E+00", "[Red]0;0%", "# ?/?", 'hh"h"mm', '0;-0;"rien, "'],
)  # fmt: skip
def test_formats_that_show_the_number_as_it_is(code):
    assert read_format(code) is None


def fill(couleur, genre="solid"):
    xml = f'<fill><patternFill patternType="{genre}"><fgColor {couleur}/></patternFill></fill>'
    return read_remplissage(ET.fromstring(xml), read_theme(None))


@pytest.mark.parametrize(
    ("couleur", "lue"),
    [('rgb="FFFFFF00"', "FFFF00"), ('rgb="FFFF00"', "FFFF00"), ('rgb="FFFFFFFF"', ""), ('theme="0"', ""),
     ('theme="4"', "4F81BD"), ('theme="0" tint="-0.5"', "808080"), ('indexed="13"', "FFFF00"),
     ('indexed="64"', ""), ('auto="1"', ""), ('rgb="oops"', "")],
)  # fmt: skip
def test_fills(couleur, lue):
    assert fill(couleur) == lue


def test_no_fill():
    assert fill('rgb="FFFF0000"', "none") == ""
