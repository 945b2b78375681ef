"""Rows that add others up under any name, rows that nobody can explain, statuts, cells."""

import pytest

from tests.reading.cas.lire import lire

HAUT = """
| N° dossier | Intitulé de l'action | Opérateur | Pilier           | Statut   | ANCT  | Région |
| 23-1       | Aide aux devoirs     | Les Amis  | Cohésion sociale | soutenue | 12000 | 3000   |
| 23-2       | Fête du quartier     | Les Amis  | Cohésion sociale | soutenue | 2500  |        |
"""
BAS = """
| 23-3       | Chantier jeunes      | Le Club   | Emploi           | soutenue | 8000  | 1000   |
| 23-4       | Jardin partagé       | Le Club   | Emploi           | refusée  |       |        |
"""


@pytest.mark.parametrize(
    "ligne",
    [
        "| | Ensemble | | | | 14500 | 3000 |",
        "| S/T pilier 1 | | | | | 14500 | 3000 |",
        "| | | | Cohésion sociale | | 14500 | 3000 |",
        "| | Cohésion sociale | | | | 14500 | 3000 |",
        "| | À reporter | | | | 14500 | 3000 |",
        "| | | | | | 14500 | 3000 |",
        "| | Cumul au 30 juin | | | | 14500 | |",
    ],
)
def test_a_row_that_adds_up_is_a_total_whatever_its_name(projet, ligne):
    lu = lire(projet, Programmation=f"{HAUT}{ligne}{BAS}")
    assert (lu.erreurs, lu.total) == ([], 26500)


def test_a_total_of_all_though_the_first_row_lacks_its_pilier(projet):
    ensemble = "| | Ensemble | | | | 14500 | 3000 |"
    lu = lire(projet, Programmation=f"{HAUT.replace('| Cohésion sociale |', '| |', 1)}{ensemble}")
    assert [code for code, _ in lu.erreurs] == ["PV102"]


def test_a_total_above_its_rows(projet):
    titre = "| | Emploi | | | | 8000 | 1000 |"
    lu = lire(projet, Programmation=f"{HAUT}{titre}{BAS}")
    assert (lu.erreurs, lu.total) == ([], 26500)


@pytest.mark.parametrize(
    ("ligne", "erreur"),
    [
        ("| | Ensemble | | | | 14600 | 3000 |", ("PV116", "4:4")),
        ("| | Ensemble | | | | 2500 | |", ("PV116", "4:4")),  # of one row of two
        ("| | Reste à attribuer | | | | 500 | |", ("PV116", "4:4")),
        (
            "| | Sous-total cohésion | Ville | Emploi | soutenue | 14500 | 3000 |",
            ("PV303", "B4"),
        ),
        ("| | Sous-total cohésion | Ville | Emploi | soutenue | 9999 | 3000 |", ("PV116", "4:4")),
    ],
)
def test_a_row_that_is_neither_an_action_nor_a_right_total_is_told(projet, ligne, erreur):
    assert lire(projet, Programmation=f"{HAUT}{ligne}{BAS}").erreurs == [erreur]


def test_a_project_copied_and_forgotten_is_counted_twice(projet):
    copie = "| 23-1 | Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 | 3000 |"
    lu = lire(projet, Programmation=f"{HAUT}{BAS}{copie}")
    assert lu.erreurs == [("PV408", "A2, A6")]
    assert "15 000 € sont comptés en trop" in lu.dits


@pytest.mark.parametrize(
    ("copie", "cellules"),
    [
        (
            "| | AIDE aux devoirs. | LES AMIS | Cohésion sociale | soutenue | 12000 | 3000 |",
            "A2, A6",
        ),
        ("| 23-9 | Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 | 3000 |", ""),
        ("| 23-1 | Aide aux devoirs | Les Amis | Cohésion sociale | refusée | 12000 | 3000 |", ""),
        ("| 23-1 | Aide aux devoirs | Les Amis | Emploi | soutenue | 12000 | 3000 |", ""),
    ],
    ids=["no-number", "another-number", "refused", "another-pilier"],
)
def test_a_copy_is_known_by_its_words_and_amounts(projet, copie, cellules):
    lu = lire(projet, Programmation=f"{HAUT}{BAS}{copie}")
    assert lu.erreurs == ([("PV408", cellules)] if cellules else [])


@pytest.mark.parametrize(("lieu", "double"), [("Orge", True), ("Val", False), ("", False)])
def test_a_copy_with_another_number_is_one_where_both_say_the_same_place(projet, lieu, double):
    table = """
| N° dossier | Intitulé de l'action | Opérateur | Pilier | Commune(s) | Statut   | ANCT |
| 23-1       | Aide aux devoirs     | Les Amis  | Emploi | {}         | soutenue | 9000 |
| 23-2       | Aide aux devoirs     | Les Amis  | Emploi | {}         | soutenue | 9000 |
"""
    lu = lire(projet, Programmation=table.format(lieu and "Orge", lieu))
    assert lu.erreurs == ([("PV408", "A2, A3")] if double else [])


@pytest.mark.parametrize(
    ("autre", "dit"),
    [
        ("| 23-1 | Aide aux devoirs | Les Amis | Emploi | Orge | soutenue | 8000 |", True),
        ("| 23-1 | Aide aux devoirs | Les Amis | Emploi | Val | soutenue | 8000 |", False),
        ("| 23-2 | Aide aux devoirs | Les Amis | Emploi | Orge | soutenue | 8000 |", False),
        ("| 23-1 | Aide aux devoirs | Les Amis | Emploi | Orge | refusée | 8000 |", False),
        ("| 23-1 | Aide aux devoirs | Les Amis | Emploi | Orge | refusée | |", False),
    ],
    ids=["same-place", "another-place", "another-number", "refused", "refused-without"],
)
def test_a_dossier_with_two_amounts_is_told(projet, autre, dit):
    table = f"""
| N° dossier | Intitulé de l'action | Opérateur | Pilier | Commune(s) | Statut   | ANCT |
| 23-1       | Aide aux devoirs     | Les Amis  | Emploi | Orge       | soutenue | 9000 |
{autre}
"""
    lu = lire(projet, Programmation=table)
    assert lu.erreurs == ([("PV409", "A2, A3")] if dit else [])
    assert ("9 000 € et 8 000 €" in lu.dits) == dit


@pytest.mark.parametrize(
    ("dessous", "erreurs"),
    [
        ("| | TOTAL | | | | 22500 | 4000 |\n| | Enveloppe 2023 | | | | 90000 | |", []),
        ("| | TOTAL | | | | 22500 | 4000 |\n| | Reste à programmer | | | | 67500 | |", []),
        (
            "| | TOTAL | | | | 22500 | 4000 |\n| | Fête | Les Amis | | | 500 | |",
            [("PV102", "D7"), ("PV102", "E7")],
        ),
        ("| | Enveloppe 2023 | | | | 90000 | |", [("PV116", "6:6")]),
    ],
)
def test_what_may_be_spent_stands_below_the_total(projet, dessous, erreurs):
    lu = lire(projet, Programmation=f"{HAUT}{BAS}{dessous}")
    assert lu.erreurs == erreurs


def test_columns_that_are_missing_are_told_rather_than_headings(projet):
    table = """
| Dossier | Projet de l'association | Conduit par | Volets | ANCT  | Région | SIRET | Thématique |
| 1       | Aide aux devoirs        | Les Amis    | Emploi | 12000 | 3000   |       | École      |
"""
    lu = lire(projet, Programmation=table)
    assert {code for code, _ in lu.erreurs} == {"PV006"}
    assert "Il manque la colonne « Opérateur »" in lu.dits


@pytest.mark.parametrize("statut", ["Favorable", "RETENU", "validée", "oui", "OK", "Accordé"])
def test_the_usual_words_of_a_decision(projet, statut):
    lu = lire(projet, Programmation=(HAUT + BAS).replace("soutenue", statut))
    assert (lu.erreurs, lu.total) == ([], 26500)


@pytest.mark.parametrize("statut", ["Défavorable", "non retenu", "Rejet", "NON"])
def test_the_usual_words_of_a_refusal(projet, statut):
    lu = lire(projet, Programmation=(HAUT + BAS).replace("refusée", statut))
    assert (lu.erreurs, lu.total) == ([], 26500)


@pytest.mark.parametrize("statut", ["soutenue ?", "soutenu…", "soutenue (sous réserve)"])
def test_a_doubt_is_told_as_one_and_never_decided(projet, statut):
    lu = lire(projet, Programmation=HAUT + BAS.replace("soutenue", statut))
    assert lu.erreurs == [("PV203", "E4")]
    assert "Écrivez" not in lu.dits


@pytest.mark.parametrize(
    ("cellule", "code"),
    [
        ("5 000 (sous réserve)", "PV101"),
        ("3 000 / 2 000", "PV101"),
        ("env. 5000", "PV101"),
        ("50 %", "PV101"),
        ("x", "PV101"),
        ("-1500", "PV105"),
        ("1000000000000000000", "PV117"),
        ("51007919700016", "PV117"),
    ],
)
def test_a_cell_that_may_be_no_amount_is_told(projet, cellule, code):
    lu = lire(projet, Programmation=HAUT + BAS.replace("1000 ", f"{cellule} "))
    assert lu.erreurs == [(code, "G4")]


@pytest.mark.parametrize("rien", ["néant", "-", "/", "sans objet", "0"])
def test_nothing_is_said_in_many_ways(projet, rien):
    lu = lire(projet, Programmation=HAUT + BAS.replace("1000 ", f"{rien} "))
    assert (lu.erreurs, lu.total) == ([], 25500)


def test_many_of_one_kind_are_told_once(projet):
    refusees = "".join(
        f"| 23-{n} | Action {n} | Le Club | Emploi | refusée | {n}000 | |\n" for n in range(5, 10)
    )
    lu = lire(projet, Programmation=f"{HAUT}{BAS}{refusees}")
    [anomalie] = lu.controle.anomalies
    assert (anomalie.rule.code, len(anomalie.lieu.cellules)) == ("PV306", 5)
    assert "5 actions qui ne sont pas soutenues ont des montants, 35 000 € en tout" in lu.dits


EN_AVANCE = """
| N° dossier | Intitulé de l'action | Opérateur | Pilier           | Statut   | ANCT  | Total |
| 23-1       | Aide aux devoirs     | Les Amis  | Cohésion sociale | soutenue | 12000 | 12000 |
|            |                      |           |                  |          |       | {0}   |
| 23-2       | Fête du quartier     | Les Amis  | Cohésion sociale | soutenue | 2500  | 2500  |
|            |                      |           |                  |          |       | {0}   |
|            |                      |           |                  |          |       | {0}   |
"""


@pytest.mark.parametrize("zero", ["0", "0,00 €", "0 €", "=SUM(F5:F5)"])
def test_row_totals_copied_down_in_advance_are_no_totals_of_the_sheet(projet, zero):
    lu = lire(projet, Programmation=EN_AVANCE.format(zero))
    assert (lu.erreurs, lu.total) == ([], 14500)


@pytest.mark.parametrize("faux", ["14400", "12000"])
def test_a_total_without_a_name_is_still_compared(projet, faux):
    table = EN_AVANCE.format("0").rstrip() + f"\n| | | | | | {faux} | {faux} |"
    assert [code for code, _ in lire(projet, Programmation=table).erreurs] != []
