"""PV112: an amount that is a text matters under a sum, and nowhere else."""

import pytest

from rapportpv.year.controle import check_annee
from tests.reading.test_grilles import set_value
from tests.year.aides import told

ENTETES = ["Intitulé de l'action", "Opérateur", "Pilier", "Statut", "ANCT", "Région", "Total"]


def write(ecrire, aide, formule, *, region=None, somme=None):
    return ecrire(
        "programmation",
        Programmation=[
            ENTETES,
            ["Aide", "Les Amis", "Emploi", "soutenue", aide, region, somme],
            ["Bal", "Le Club", "Emploi", "soutenue", 200, None, None],
            ["Total", None, None, None, formule, None, None],
        ],
    )


@pytest.mark.parametrize(
    ("aide", "formule", "dites"),
    [
        (
            "1 000,50 €",
            "=SUM(E2:E3)",
            [("Programmation E2", "1 000,50 €", "Écrivez le nombre 1000,50.")],
        ),
        ("3 k€", "=SUBTOTAL(9,E2:E3)", [("Programmation E2", "3 k€", "Écrivez le nombre 3000.")]),
        ("1 000", 1200, []),
        ("1 000", "=E2+E3", []),  # Excel reads a text that looks like a number
        ("-", "=SUM(E2:E3)", []),
        ("", "=SUM(E2:E3)", []),
        (1000, "=SUM(E2:E3)", []),
    ],
)
def test_a_text_under_a_sum(projet, ecrire, aide, formule, dites):
    write(ecrire, aide, formule)
    assert told(projet, "PV112") == dites


def test_the_total_that_lacks_it_is_the_same_cause(projet, ecrire):
    chemin = write(ecrire, "1 000 €", "=SUM(E2:E3)")
    set_value(chemin, "E4", "200")
    assert [a.rule.code for a in check_annee(projet, 2023).anomalies] == ["PV112"]


def test_the_total_that_is_wrong_besides_is_told(projet, ecrire):
    chemin = write(ecrire, "1 000 €", "=SUM(E2:E3)")
    set_value(chemin, "E4", "201")
    assert {a.rule.code for a in check_annee(projet, 2023).anomalies} == {"PV112", "PV301"}


def test_a_text_under_the_sum_of_its_row(projet, ecrire):
    chemin = write(ecrire, "1 000 €", None, region=5, somme="=SUM(E2:F2)")
    set_value(chemin, "G2", "5")
    assert [a.rule.code for a in check_annee(projet, 2023).anomalies] == ["PV112"]


def test_a_filter_left_on_is_the_cause_of_a_short_subtotal(projet, ecrire):
    from openpyxl import load_workbook

    chemin = write(ecrire, 1000, "=SUBTOTAL(9,E2:E3)")
    classeur = load_workbook(chemin)
    classeur["Programmation"].row_dimensions[2].hidden = True
    classeur.save(chemin)
    set_value(chemin, "E4", "200")
    assert [a.rule.code for a in check_annee(projet, 2023).anomalies] == ["PV015"]
