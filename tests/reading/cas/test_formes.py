"""What is on the sheet beside its values: formats, strikes, formulas that are out of date."""

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Font, PatternFill

from rapportpv.year.controle import check_annee
from tests.fautes.fichiers import change_zip
from tests.reading.cas.lire import Lu


def change(projet, adresse: str, **champs: object) -> Lu:
    """Change a cell of the programming: G2 holds 3 000 €, of an action that is supported."""
    chemin = projet / "2023" / "programmation.xlsx"
    classeur = load_workbook(chemin)
    for champ, valeur in champs.items():
        setattr(classeur["Programmation"][adresse], champ, valeur)
    classeur.save(chemin)
    return Lu(check_annee(projet, 2023))


@pytest.mark.parametrize("forme", ['0" 000 €"', "#,##0,", '#,##0"k€"', "0%"])
def test_a_format_that_shows_another_amount_is_told(projet, forme):
    lu = change(projet, "G2", number_format=forme)
    assert lu.erreurs == [("PV025", "G2")]


@pytest.mark.parametrize(
    "forme", ['# ##0 "€"', '#,##0," k€"', "0.00", "General", '#,##0.00 "€";[Red]-#,##0.00']
)
def test_a_format_of_amounts_is_right(projet, forme):
    assert change(projet, "G2", number_format=forme).erreurs == []


def test_a_row_that_is_struck_through_is_told(projet):
    lu = change(projet, "A2", font=Font(strike=True))
    assert lu.erreurs == [("PV119", "A2")]
    assert "« Aide aux devoirs » est barré, et ses 16 000 € comptent pourtant" in lu.dits


def test_a_struck_project_that_is_refused_is_told_by_its_statut(projet):
    assert change(projet, "A4", font=Font(strike=True)).erreurs == []


@pytest.mark.parametrize(
    ("formule", "erreurs"),
    [
        ("=5000+2500", [("PV118", "G2")]),
        ("=F2/4", []),
        ("=SUM(F2,H2)/4", [("PV118", "G2")]),
        ("=(F2-H2*3)/3", []),
        ("=ROUND(2999.6,0)", []),  # more than adding: nobody can tell
    ],
)
def test_a_stored_result_that_is_out_of_date_is_told(projet, formule, erreurs):
    change(projet, "G2", value=formule)
    chemin = projet / "2023" / "programmation.xlsx"
    change_zip(chemin, "xl/worksheets/sheet1.xml", "</f><v></v>", "</f><v>3000</v>")
    assert Lu(check_annee(projet, 2023)).erreurs == erreurs


def test_statuts_by_colour_are_told_once_with_what_to_do(projet):
    chemin = projet / "2023" / "programmation.xlsx"
    classeur = load_workbook(chemin)
    for ligne, couleur in ((2, "92D050"), (3, "92D050"), (4, "FF0000")):
        classeur["Programmation"][f"E{ligne}"].value = None
        for cellule in classeur["Programmation"][ligne]:
            cellule.fill = PatternFill("solid", fgColor=couleur)
    classeur.save(chemin)
    lu = Lu(check_annee(projet, 2023))
    assert lu.erreurs == [("PV102", "E2, E3, E4")]
    assert "Les couleurs des lignes ne sont pas lues : écrivez le statut de chacune." in lu.dits


def test_a_format_of_what_is_no_amount_of_the_report_is_left_alone(projet):
    change(projet, "I1", value="Coût total")
    change(projet, "I2", value=16)
    assert change(projet, "I2", number_format='0" 000 €"').erreurs == []


def test_a_format_in_percent_says_what_is_read_and_what_is_shown(projet):
    lu = change(projet, "G2", number_format="0%")
    assert "3 000 €" in lu.dits
    assert "300 000 %" in lu.dits
