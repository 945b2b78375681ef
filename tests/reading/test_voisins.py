"""A copy beside a workbook that is read: nobody reads what a colleague typed in it."""

import shutil

import pytest

from rapportpv.year.controle import check_annee
from tests.flatten import plain


@pytest.mark.parametrize(
    ("nom", "dit"),
    [
        ("programmation-PC-MARIE.xlsx", True),
        ("Copie de programmation.xlsx", True),
        ("programmation (1).xlsx", True),
        ("Notes du comité.xlsx", False),
    ],
)
def test_a_copy_beside_the_workbook_is_told(projet, nom, dit):
    shutil.copy(projet / "2023" / "programmation.xlsx", projet / "2023" / nom)
    dits = [
        (a.rule.code, str(a.lieu), plain(a.message)) for a in check_annee(projet, 2023).anomalies
    ]
    attendu = "Ce fichier n'est pas lu : « programmation.xlsx » l'est."
    assert dits == ([("PV024", f"2023/{nom}", attendu)] if dit else [])
