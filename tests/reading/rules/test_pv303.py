"""PV303: rows that are totals in truth, and those that only look like one."""

import pytest

from rapportpv.year.controle import check_annee
from tests.year.aides import anomalies

ENTETES = ["Intitulé de l'action", "Opérateur", "Pilier", "Statut", "ANCT", "Région"]
A = ["Aide", "Les Amis", "Emploi", "soutenue", 1000, 50]
B = ["Bal", "Le Club", "Emploi", "soutenue", 200, 5]
C = ["Chant", "Le Chœur", "Emploi", "soutenue", 30, 4]


def check(projet, ecrire, *lignes) -> list[tuple[str, tuple[str, ...]]]:
    ecrire("programmation", Programmation=[ENTETES, *lignes])
    return [(a.rule.code, a.lieu.cellules) for a in check_annee(projet, 2023).anomalies]


def money(projet) -> int:
    dossier = check_annee(projet, 2023).dossier
    assert dossier
    return int(dossier.programmation.soutenues["montant"].sum()) // 100


@pytest.mark.parametrize(
    ("intitule", "operateur"),
    [
        ("TOTAL", "Total"),
        ("Sous-total", "Tous"),
        ("Emploi", "Sous-total"),
        ("Total général :", "x"),
        ("TOTAL_1", "-"),
    ],
)
def test_a_row_that_says_it_is_a_total_is_told_and_not_counted(projet, ecrire, intitule, operateur):
    total = [intitule, operateur, "Tous les piliers", "?", 1230, 59]
    assert check(projet, ecrire, A, B, C, total) == [("PV303", ("A5",))]
    assert money(projet) == 1289
    [anomalie] = anomalies(projet, "PV303")
    assert "elle n’est pas comptée" in anomalie.message
    assert "videz ses autres cellules" in (anomalie.suggestion or "")


def test_a_row_whose_amount_adds_up_those_above_is_one_whatever_it_says(projet, ecrire):
    bilan = ["Bilan", "Le service", "Emploi", "soutenue", "=SUM(E2:E4)", None]
    assert check(projet, ecrire, A, B, C, bilan) == [("PV303", ("A5",))]


def test_sums_in_two_columns_give_a_total_away(projet, ecrire):
    bilan = ["Bilan", "Le service", "Emploi", "soutenue", 1230, 59]
    assert check(projet, ecrire, A, B, C, bilan) == [("PV303", ("A5",))]
    [anomalie] = anomalies(projet, "PV303")
    assert "la somme des lignes 2 à 4" in anomalie.message
    assert "rapportpv.toml" in (anomalie.suggestion or "")
    assert money(projet) == 2 * 1289  # until somebody says what it is


def test_the_totals_below_it_are_not_wrong_for_that(projet, ecrire):
    lignes = [A, B, C, ["Ensemble", "Tous", "Emploi", "soutenue", 1230, 59]]
    total = ["Total", None, None, None, 1230, 59]
    assert check(projet, ecrire, *lignes, total) == [("PV303", ("A5",))]


@pytest.mark.parametrize(
    "ligne",
    [
        ["Bilan", "Le service", "Emploi", "soutenue", 1230, 60],  # not a sum in every column
        ["Bilan", "Le service", "Emploi", "soutenue", 1230, None],
        ["Total respect", "Le service", "Emploi", "soutenue", 10, 5],
        ["Fête", "Total", "Emploi", "soutenue", 10, 5],  # the firm
        ["Tous ensemble", "Tous", "Emploi", "soutenue", 10, 5],
    ],
)
def test_a_real_project_is_not_accused(projet, ecrire, ligne):
    assert check(projet, ecrire, A, B, C, ligne) == []


def test_a_sum_by_chance_is_not_enough(projet, ecrire):
    """Few rows of round amounts, or one column only, add up by chance."""
    petits = [
        ["Un", "X1", "Emploi", "soutenue", 500, None],
        ["Deux", "X2", "Emploi", "soutenue", 500, None],
    ]
    assert check(projet, ecrire, *petits, ["Trois", "X3", "Emploi", "soutenue", 1000, None]) == []
    assert check(projet, ecrire, A, ["Jumelle", "X", "Emploi", "soutenue", 1000, 50]) == []


def test_a_row_may_add_up_those_above_it_in_the_middle_of_its_block(projet, ecrire):
    milieu = ["Bilan", "Le service", "Emploi", "soutenue", 1230, 59]
    fin = ["Fin", "X", "Emploi", "soutenue", 1, 1]
    assert check(projet, ecrire, A, B, C, milieu, fin) == [("PV303", ("A5",))]


def test_many_rows_of_one_column_or_a_word_that_tells(projet, ecrire):
    montants = [1000, 200, 30, 4, 5]
    lignes = [[f"P{n}", f"X{n}", "Emploi", "soutenue", m, None] for n, m in enumerate(montants)]
    somme = ["Bilan", "Le service", "Emploi", "soutenue", 1239, None]
    assert check(projet, ecrire, *lignes, somme) == [("PV303", ("A7",))]
    cumul = ["Cumul", "Le service", "Emploi", "soutenue", 1230, None]
    assert check(projet, ecrire, *lignes[:3], cumul) == [("PV303", ("A5",))]
