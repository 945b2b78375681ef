"""The workbook inside a chart reads back as it was written."""

import io
import re
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportpv.core.zip import read_zip
from rapportpv.word.classeur import write_classeur
from rapportpv.word.series import Donnees, Serie

JOUR = date(2023, 7, 1)


def read(feuille="Feuil1", libelle="Pilier", etiquettes=(), *series):
    octets = write_classeur(Donnees(feuille, libelle, etiquettes, series), JOUR)
    assert octets == write_classeur(Donnees(feuille, libelle, etiquettes, series), JOUR)
    return openpyxl.load_workbook(io.BytesIO(octets))


def test_a_column_for_the_labels_and_one_for_each_series():
    series = (
        Serie("Montant", (12.5, None, -3), "#,##0.00"),
        Serie("Part", (0.5, 0, 1), '0.0" %"'),
    )
    classeur = read("Feuil1", "Pilier", ("Emploi", "Pilotage", "Total"), *series)
    (feuille,) = classeur.worksheets
    assert [[c.value for c in ligne] for ligne in feuille] == [
        ["Pilier", "Montant", "Part"],
        ["Emploi", 12.5, 0.5],
        ["Pilotage", None, 0],
        ["Total", -3, 1],
    ]
    assert (feuille["B2"].number_format, feuille["C2"].number_format) == ("#,##0.00", '0.0" %"')
    assert feuille.column_dimensions["A"].width > 40
    assert classeur.properties.created == classeur.properties.modified == datetime(2023, 7, 1)
    assert classeur.properties.creator is None


@pytest.mark.parametrize(
    "texte",
    ["=1+1", "+1", "@a", "12", "{=A1}", "https://a.fr", "<r>a</r>", "_x0041_", "a\nb", "é😀"],
)
def test_any_text_is_a_text(texte):
    cellule = read("Feuil1", texte, (texte,)).active["A2"]
    assert (cellule.data_type, cellule.value.strip()) == ("s", texte)


@given(st.integers(min_value=-(10**15) + 1, max_value=10**15 - 1), st.integers(0, 12))
def test_a_value_of_fifteen_digits_is_the_same_to_the_last(unites, decimales):
    valeur = float(f"{unites / 10**decimales:.15g}")
    classeur = read("Feuil1", "P", ("a", "b"), Serie("M", (valeur, unites), "General"))
    assert [c.value for c in classeur.active["B"][1:]] == [valeur, unites]


@pytest.mark.parametrize(
    ("nom", "attendu"),
    [
        ("Par pilier", "Par pilier"),
        ("a[b]:c*d?e/f\\g", "a b  c d e f g"),
        ("'entre apostrophes'", "entre apostrophes"),
        ("x" * 40, "x" * 31),
        ("😀" * 20, "😀" * 15),
        ("'", "Sheet1"),
    ],
)
def test_a_name_that_excel_refuses_is_mended(nom, attendu):
    assert read(nom).sheetnames == [attendu]


def test_a_font_is_in_the_order_of_the_schema():
    styles = read_zip(write_classeur(Donnees("F", "P", (), ()), JOUR))["xl/styles.xml"].decode()
    police = styles.partition("<font>")[2].partition("</font>")[0]
    assert re.findall(r"<(\w+) ", police) == ["sz", "color", "name", "family", "scheme"]
