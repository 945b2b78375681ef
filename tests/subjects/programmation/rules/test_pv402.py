"""PV402 and PV403: one project on several rows, of one pilier or of two."""

import pytest

from rapportpv.year.controle import check_annee


@pytest.fixture
def dits(projet, ecrire):
    def dits(programmation: str, fcs: str | None = None) -> list[tuple[str, str, str | None]]:
        ecrire("programmation", Programmation=programmation)
        if fcs:
            ecrire("fcs", FCS=fcs)
        return [
            (a.rule.code, str(a.lieu.cellules), a.valeur)
            for a in check_annee(projet, 2023).anomalies
            if a.rule.code in {"PV402", "PV403"}
        ]

    return dits


ENTETE = """
| N° dossier | Intitulé de l'action | Opérateur | Commune(s) | Pilier  | Statut   | ANCT |
| ---------- | -------------------- | --------- | ---------- | ------- | -------- | ---- |
"""


def test_three_rows_of_one_project_are_one_anomaly(dits):
    feuille = """
    | 1 | Aide aux devoirs   | Les Amis  |      | Emploi | soutenue | 100 |
    | 2 | AIDE  AUX DEVOIRS  | les amis  |      | Emploi | soutenue | 200 |
    | 3 | Jeux               | Le Club   |      | Emploi | soutenue | 200 |
    | 4 | "Aide aux devoirs" | Les Amis. |      | Emploi | refusée  |     |
    """
    assert dits(ENTETE + feuille) == [
        ("PV402", "('B2', 'B3', 'B5')", "Les Amis – Aide aux devoirs")
    ]


def test_one_number_on_two_projects_is_told_by_its_cells(dits):
    feuille = """
    | 23-1 | Aide | Les Amis  |      | Emploi | soutenue | 100 |
    | 23-1 | Jeux | Le Club   |      | Emploi | soutenue | 200 |
    |      | Bal  | Le Bal    |      | Emploi | soutenue | 200 |
    |      | Chant | Le Chœur |      | Emploi | soutenue | 200 |
    """
    assert dits(ENTETE + feuille) == [("PV402", "('A2', 'A3')", "23-1")]


def test_a_pair_is_told_once_by_its_names(dits):
    feuille = """
    | 23-1 | Aide | Les Amis  |      | Emploi | refusée  | 100 |
    | 23-1 | Aide | Les Amis  |      | Emploi | soutenue | 200 |
    """
    assert dits(ENTETE + feuille) == [("PV402", "('B2', 'B3')", "Les Amis – Aide")]


def test_one_action_in_two_communes_is_no_double(dits):
    feuille = """
    | 1 | Aide | Les Amis  | Orge   | Emploi | soutenue | 100 |
    | 2 | Aide | Les Amis  | Valmont | Emploi | soutenue | 200 |
    """
    assert dits(ENTETE + feuille) == []
    assert dits(ENTETE + feuille.replace("Valmont", "Orge")) != []
    assert dits(ENTETE + feuille.replace("Valmont", "")) != []


def test_another_operateur_or_another_intitule_is_another_project(dits):
    feuille = """
    | 1 | Aide  | Les Amis  |  | Emploi | soutenue | 100 |
    | 2 | Aide  | Le Club   |  | Emploi | soutenue | 200 |
    | 3 | Aides | Les Amis  |  | Emploi | soutenue | 200 |
    """
    assert dits(ENTETE + feuille) == []


def test_two_piliers_are_told_instead_of_the_double(dits):
    feuille = """
    | 1 | Aide | Les Amis  |  | Emploi       | soutenue | 100 |
    | 2 | Aide | Les Amis  |  | Lien social  | soutenue | 200 |
    | 3 | Jeux | Le Club   |  | Emploi       | soutenue | 200 |
    | 3 | Bal  | Le Bal    |  | Habitat et transition écologique | soutenue | 200 |
    """
    assert dits(ENTETE + feuille) == [
        ("PV403", "('E2', 'E3')", "Les Amis – Aide"),
        ("PV403", "('E4', 'E5')", "3"),
    ]


def test_the_message_names_the_piliers_as_the_settings_do(projet, ecrire, dits):
    feuille = """
    | 1 | Aide | Les Amis  |  | Emploi       | soutenue | 100 |
    | 2 | Aide | Les Amis  |  | Lien social  | soutenue | 200 |
    """
    dits(ENTETE + feuille)
    [anomalie] = [a for a in check_annee(projet, 2023).anomalies if a.rule.code == "PV403"]
    assert "«\u00a0Cohésion sociale\u00a0», «\u00a0Emploi\u00a0»" in anomalie.message


def test_an_unknown_pilier_is_not_a_second_one(dits):
    feuille = """
    | 1 | Aide | Les Amis  |  | Emploi | soutenue | 100 |
    | 2 | Aide | Les Amis  |  | Emplois et tout | soutenue | 200 |
    """
    assert [code for code, _, _ in dits(ENTETE + feuille)] == ["PV402"]


LONGUE = """
| N° dossier | Intitulé de l'action | Opérateur | Pilier   | Statut   | Financeur | Montant |
| ---------- | -------------------- | --------- | -------- | -------- | --------- | ------- |
| 1          | Aide                 | Les Amis  | Emploi   | soutenue | ANCT      | 100     |
| 1          | Aide                 | Les Amis  | {}       | soutenue | Région    | 200     |
| 2          | Jeux                 | Le Club   | Emploi   | soutenue | ANCT      | 100     |
"""


def test_grants_of_one_project_are_no_doubles(dits):
    assert dits(LONGUE.format("Emploi")) == []


def test_grants_of_one_project_in_two_piliers_are_told(dits):
    assert dits(LONGUE.format("Cohésion sociale")) == [("PV403", "('D2', 'D3')", "Les Amis – Aide")]


FCS = """
| N° | Axe | Opérateur | Intitulé | Commune | Montant |
| -- | --- | --------- | -------- | ------- | ------- |
| 1  | 1   | Les Amis  | Aide     |         | 100     |
| 2  | 1   | Le Club   | Jeux     |         | 200     |
| 1  | 2   | Le Bal    | Danse    |         | 200     |
"""
UNE = ENTETE + "| 1 | Aide | Les Amis  |  | Emploi | soutenue | 100 |"


def test_numbers_of_the_fcs_may_start_again_with_each_axe(dits):
    assert dits(UNE, FCS) == []
    assert dits(UNE, FCS.replace("| 2  | 1", "| 1  | 1")) == [("PV402", "('A2', 'A3')", "1")]


def test_a_double_of_the_fcs_is_told(dits):
    assert dits(UNE, FCS.replace("Le Bal    | Danse", "Les Amis | aide")) == [
        ("PV402", "('D2', 'D4')", "Les Amis – Aide")
    ]
