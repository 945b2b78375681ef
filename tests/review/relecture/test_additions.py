"""The tables of a document, added up again from their own cells."""

import pytest

from rapportpv.core.relecture import Place, Verdict
from rapportpv.review.lecture.passage import Cellule, Passage, TableauLu
from rapportpv.review.tableaux.rapprocher import match_table


def _additions(relire, table):
    return [(a.ecrit, a.juste, a.calcul) for a in relire(table).additions]


def test_a_total_that_is_no_sum_is_told_with_both_figures(relire):
    table = """
| Lieu | Montant |
|---|---|
| Nord | 1 200 € |
| Sud | 3 400 € |
| Total | 4 700 € |
"""
    assert _additions(relire, table) == [("4 700 €", "4\u202f600\u00a0€", "la somme de la colonne")]


def test_a_share_that_is_no_ratio_is_told(relire):
    table = """
| Lieu | Montant (en €) | Part |
|---|---|---|
| Nord | 1 000 | 10 % |
| Sud | 3 000 | 30 % |
| Est | 2 000 | 25 % |
| Ouest | 4 000 | 40 % |
| Total | 10 000 | 100 % |
"""
    assert ("25 %", "20,0\u00a0%", "le rapport de sa ligne") in _additions(relire, table)


def test_a_total_of_a_row_is_told(relire):
    table = """
| Lieu | Bus | Train | Total |
|---|---|---|---|
| Nord | 10 | 20 | 30 |
| Sud | 11 | 21 | 33 |
| Est | 12 | 22 | 34 |
"""
    assert _additions(relire, table) == [("33", "32", "la somme de la ligne")]


@pytest.mark.parametrize(
    "table",
    [
        # nil as a dash, thousands apart by a point, the unit in the heading
        "| Lieu | Montant (€) |\n|---|---|\n| A | 1.200 |\n| B | – |\n| C | 300 |\n| Total | 1.500 |",
        # several totals, then the total of all
        "| Lieu | € |\n|---|---|\n| A | 10 |\n| B | 20 |\n| Sous-total | 30 |\n| C | 5 |\n| D | 6 |\n| Sous-total | 11 |\n| Total | 41 |",
        # a total of subtotals only
        "| Lieu | € |\n|---|---|\n| A | 10 |\n| TOTAL_1 | 10 |\n| B | 7 |\n| C | 8 |\n| TOTAL_2 | 15 |\n| Total général | 25 |",
        # shares rounded to a tenth
        "| Lieu | Part |\n|---|---|\n| A | 33,3 % |\n| B | 33,3 % |\n| C | 33,3 % |\n| Total | 100,0 % |",
        # a column that nobody can add up
        "| Lieu | Montant |\n|---|---|\n| A | 10 € |\n| B | à préciser |\n| Total | 25 € |",
        # numbers of order, years
        "| N° | Année | Nombre |\n|---|---|---|\n| 1 | 2020 | 4 |\n| 2 | 2021 | 5 |\n| | Total | 9 |",
        # shares of another whole than the column's total
        "| Lieu | Montant | Part de la ville |\n|---|---|---|\n| A | 10 € | 1 % |\n| B | 20 € | 2 % |\n| C | 30 € | 3 % |\n| Total | 60 € | 6 % |",
    ],
)
def test_a_right_table_is_left_alone(relire, table):
    assert _additions(relire, table) == []


def test_each_number_of_a_row_of_key_figures_is_what_its_heading_says(relire):
    table = """
| Programmés pour les quartiers | Projets déposés | Actions soutenues |
|---|---|---|
| 5 955 889 € | {} | 132 |
"""
    assert not relire(table.format(171)).is_contredite
    (faute,) = relire(table.format(190)).of(Verdict.CONTREDIT)
    assert (faute.ecrit, faute.nom) == ("190", "programmation.projets_deposes")


def test_a_table_of_one_row_is_known_by_its_control(controles):
    """Its only amount is wrong: nothing agrees, and the heading tells the column."""
    bilan = controles["exemple"].bilan
    (ligne,) = bilan.tableaux["fcs_axe_2"].lignes
    mots = [str(ligne.cellules[nom]) for nom in ("numero", "operateur", "intitule")]
    rangees = (["N°", "Opérateur", "Projet", "Montant"], [*mots, "18 439 €"])
    lues = tuple(tuple(Cellule((Passage(t, Place()),)) for t in r) for r in rangees)
    accordes = match_table(TableauLu(lues, 1, Place(), "fcs_axe_2"), bilan)
    assert {ou: a.quantite.affiche for ou, a in accordes.cellules.items()} == {
        (1, 3): "15\u202f000\u00a0€"
    }


def test_a_cell_is_held_against_the_table_of_the_year(relire):
    table = """
| Pilier | Contributions | Part |
|---|---|---|
| COHESION SOCIALE | 4 353 742 € | 73,1 |
| Cadre de vie, renouvellement urbain | 72 933 € | 1,2 |
| Emploi et développement économique | 1 432 796 € | 24,1 |
| Pilotage, qualification des acteurs, évaluation | 96 445 € | 1,6 |
| Total | 5 955 889 € | 100 |
"""
    relecture = relire(table)
    assert [(n.ecrit, n.nom) for n in relecture.of(Verdict.CONTREDIT)] == [
        ("1 432 796 €", "piliers.emploi.montant")
    ]
    assert relecture.additions == ()  # the cell explains the total
    (faute,) = relecture.of(Verdict.CONTREDIT)
    assert "ligne «\u00a0Emploi et développement économique\u00a0»" in str(faute.place)
    assert "colonne «\u00a0Contributions\u00a0»" in str(faute.place)


def test_a_right_share_is_not_accused_for_a_total_that_is_wrong(relire):
    """Held to that total, the second share would be 61,1 %: the total is the fault, and is told."""
    lue = relire(
        """
| Crédits | Montant | Part |
|---|---|---|
| Crédits spécifiques | 2 312 715 € | 38,8 % |
| Droit commun | 3 643 174 € | 61,2 % |
| Total | 5 960 826 € | 100,0 % |
"""
    )
    assert [n.ecrit for n in lue.of(Verdict.CONTREDIT)] == ["5 960 826 €"]
    assert lue.additions == ()


def test_numbers_in_the_words_of_the_workbooks_are_no_figures(relire):
    """«3 quartiers» is what the list of the annexe says of that action; «2 quartiers» is not."""
    table = """
| N° | Action | Opérateur | Quartiers | Coût total | Crédits |
|---|---|---|---|---|---|
| 2022-158 | Mobilité pour l'emploi | Garage solidaire de la Lys | 3 quartiers | 39 400 € | 36 400 € |
| 2022-050 | Fabrique à initiatives | CABBALR | 2 quartiers | 34 300 € | 28 100 € |
| 2022-115 | CitésLab : sensibiliser à la création d'activité | Couveuse Artois Initiative | 4 quartiers | 44 400 € | 40 300 € |
"""
    lus = {n.ecrit: n for n in relire(table).nombres}
    assert [lus[f"{n}"].verdict for n in (3, 4)] == [Verdict.HORS_SUJET] * 2
    assert lus["3"].cause == "mots du classeur"
    assert lus["2"].cause != "mots du classeur"
    assert lus["36 400 €"].verdict is Verdict.JUSTE


def test_a_cell_whose_caption_says_the_unit_is_held_and_told_without_it(relire):
    table = """
Tableau 6. Ce que chaque financeur apporte à chaque pilier, en euros

| Financeur | Cohésion sociale | Emploi et développement économique | Total |
|---|---|---|---|
| ANCT « BOP 147 » | 1 288 233 | 342 500 | 1 714 733 |
| Communes | 900 399 | 48 396 | 962 729 |
| CABBALR (droit commun) | 180 000 | 120 000 | 312 445 |
| Bailleurs sociaux | 46 500 | – | 59 500 |
"""
    lue = relire(table)
    (contredit,) = lue.of(Verdict.CONTREDIT)
    assert (contredit.ecrit, contredit.juste) == ("48 396", "48\u202f369")
    assert len(lue.of(Verdict.JUSTE)) == 10
    (avec,) = relire(table.replace("48 396", "48 396 €")).of(Verdict.CONTREDIT)
    assert avec.juste == "48\u202f369\u00a0€"
