"""PV301: printed totals that are not sums, and why where it can be told."""

import pytest

from rapportpv.year.controle import check_annee
from tests.reading.test_grilles import set_value
from tests.year.aides import anomalies, told

ENTETES = ["Intitulé de l'action", "Opérateur", "Pilier", "Statut", "ANCT", "Région", "Total"]


def project(nom, pilier, anct, region=None, somme=None):
    return [nom, f"Opérateur {nom}", pilier, "soutenue", anct, region, somme]


def total(libelle, anct, region=None, somme=None):
    return [libelle, None, None, None, anct, region, somme]


AIDE = project("Aide", "Cohésion sociale", 12000, 3000)
CHANTIER = project("Chantier", "Emploi", 8000)
FORUM = project("Forum", "Emploi", 3400)


@pytest.mark.parametrize(
    ("imprime", "cause"),
    [
        (23410, "un chiffre diffère"),
        (32400, "deux chiffres voisins sont inversés"),
        (15400, "la ligne 3 n’est pas dans la somme"),
        (26800, "la ligne 4 est comptée deux fois"),
        (31400, "la ligne 3 est comptée deux fois"),
        (29999, None),
    ],
)
def test_a_gap_is_explained_where_it_can_be(projet, ecrire, imprime, cause):
    ecrire("programmation", Programmation=[ENTETES, AIDE, CHANTIER, FORUM, total("Total", imprime)])
    [anomalie] = anomalies(projet, "PV301")
    assert anomalie.lieu.cellules == ("E5",)
    assert "23\u202f400\u00a0€" in anomalie.message
    assert anomalie.suggestion == "Écrivez 23\u202f400\u00a0€."
    assert (f"({cause})" in anomalie.message) if cause else ("(" not in anomalie.message[30:])


def test_two_rows_of_that_amount_explain_nothing(projet, ecrire):
    autre = project("Atelier", "Emploi", 3400)
    lignes = [ENTETES, AIDE, FORUM, autre, total("Total", 15400)]
    ecrire("programmation", Programmation=lignes)
    [anomalie] = anomalies(projet, "PV301")
    assert "n’est pas dans la somme." not in anomalie.message.replace(")", ".")


def test_the_total_of_a_row_names_the_cell(projet, ecrire):
    fautive = project("Aide", "Cohésion sociale", 12000, 3000, somme=12000)
    ecrire("programmation", Programmation=[ENTETES, fautive, CHANTIER])
    [anomalie] = anomalies(projet, "PV301")
    assert anomalie.lieu.cellules == ("G2",)
    assert "(un chiffre diffère ou la cellule F2 n’est pas dans la somme)" in anomalie.message


def test_a_subtotal_is_that_of_its_block_and_the_total_that_of_all(projet, ecrire):
    lignes = [
        ENTETES,
        AIDE,
        total("Sous-total", 12000, 3000),
        CHANTIER,
        FORUM,
        total("Sous-total", 8000),  # without the forum
        total("Total", 11400),  # of the last block only
    ]
    ecrire("programmation", Programmation=lignes)
    assert [cellule for cellule, _, _ in told(projet, "PV301")] == [
        "Programmation E6",
        "Programmation E7",
    ]


def test_a_cell_that_cannot_be_read_is_the_only_cause(projet, ecrire):
    lignes = [ENTETES, project("Aide", "Emploi", "beaucoup"), CHANTIER, total("Total", 20000)]
    ecrire("programmation", Programmation=lignes)
    assert [a.rule.code for a in check_annee(projet, 2023).anomalies] == ["PV101"]


@pytest.mark.parametrize(
    ("libelle", "montant", "codes"),
    [
        ("Total Emploi", 11400, []),
        ("Total pilier Emploi", 11400, []),
        ("TOTAL : Cohésion sociale", 12000, []),
        ("Total Opérateur Forum", 3400, []),
        ("Total Opérateur Forum", 3000, ["PV301"]),
        ("Total Opérateur Aide", 12000, []),
        ("Total pour le pilier Emploi", 11000, ["PV301"]),
        ("Total de l'Emploi", 11000, ["PV301"]),
        ("Total Emploi", 11000, ["PV301"]),
        ("Total 2022", 5, []),
        ("Total 2023", 5, ["PV301"]),
    ],
)
def test_a_total_may_name_what_it_is_of(projet, ecrire, libelle, montant, codes):
    lignes = [ENTETES, CHANTIER, AIDE, FORUM, total("Total", 23400, 3000), total(libelle, montant)]
    ecrire("programmation", Programmation=lignes)
    assert [a.rule.code for a in check_annee(projet, 2023).anomalies] == codes


def test_many_wrong_row_totals_are_told_quickly(projet, ecrire):
    """Nothing is looked for over all the rows for each wrong row."""
    lignes = [project(f"P{n}", "Emploi", 100 + n, somme=n) for n in range(3000)]
    ecrire("programmation", Programmation=[ENTETES, *lignes])
    assert len(anomalies(projet, "PV301")) == 3000


def test_a_total_of_a_wrong_total_is_not_wrong_for_itself(projet, ecrire):
    lignes = [
        ENTETES,
        project("Aide", "Emploi", 12000, 3000, somme=15001),
        CHANTIER,
        total("Sous-total", 20000, 3000, "=SUM(G2:G3)"),
        FORUM,
        total("Sous-total", 3401, None, None),
        total("Total", "=E4+E6", "=F4", "=G4+F5"),
    ]
    chemin = ecrire("programmation", Programmation=lignes)
    for cellule, valeur in {"G4": 15001, "E7": 23401, "F7": 3000, "G7": 18401}.items():
        set_value(chemin, cellule, str(valeur))
    assert [c for c, _, _ in told(projet, "PV301")] == ["Programmation G2", "Programmation E6"]


def test_a_sum_of_a_sum_that_is_too_short_is_right_for_itself(projet, ecrire):
    """One cause, one anomaly: the subtotal leaves out a row, the texts are left out by Excel."""
    lignes = [
        ENTETES,
        project("Aide", "Emploi", "12 000 €", 3000, somme="=SUM(E2:F2)"),
        CHANTIER,
        total("Sous-total", "=SUM(E2:E3)", "=SUM(F2:F2)", "=SUM(G2:G3)"),
        project("Forum", "Emploi", 3400, somme=3400),
        project("Bal", "Emploi", 5, somme=5),
        total("Sous-total", "=SUM(E5:E5)", None, "=SUM(G5:G6)"),
        total("Total", "=E4+E7", "=F4+F7", "=G4+G7"),
    ]
    chemin = ecrire("programmation", Programmation=lignes)
    valeurs = {"G2": 3000, "E4": 8000, "F4": 3000, "G4": 3000, "E7": 3400, "G7": 3405}
    for cellule, valeur in (valeurs | {"E8": 11400, "F8": 3000, "G8": 6405}).items():
        set_value(chemin, cellule, str(valeur))
    fautes = [(a.rule.code, a.lieu.cellules) for a in check_annee(projet, 2023).anomalies]
    assert fautes == [("PV112", ("E2",)), ("PV302", ("E7",))]


@pytest.mark.parametrize(("montant", "codes"), [(300, []), (250, ["PV301"])])
def test_a_total_of_another_sheet_may_name_a_commune(projet, ecrire, montant, codes):
    lignes = [
        ["Axe", "Opérateur", "Intitulé", "Commune", "Montant"],
        ["Soutenir les associations", "Les Amis", "Fête", "Orge", 100],
        ["Soutenir les associations", "Le Club", "Bal", "Valmont", 30],
        ["Former les acteurs", "Les Voisins", "Repas", "Orge", 200],
        ["Total", None, None, None, 330],
        ["Total Orge", None, None, None, montant],
    ]
    ecrire("fcs", FCS=lignes)
    assert [a.rule.code for a in check_annee(projet, 2023).anomalies] == codes


@pytest.mark.parametrize(("imprime", "cellules"), [(4900, []), (4901, ["H4"])])
def test_the_printed_total_of_whole_costs_is_compared(projet, ecrire, imprime, cellules):
    lignes = [[*AIDE, 4000], [*CHANTIER, 900], [*total("Total", 20000), imprime]]
    ecrire("programmation", Programmation=[[*ENTETES, "Coût total"], *lignes])
    assert [c for a in anomalies(projet, "PV301") for c in a.lieu.cellules] == cellules
