"""Severities that a project sets, and faults that it accepts."""

import pytest

from rapportpv.year.controle import check_annee

FAUTES = """
| N° dossier | Intitulé de l'action | Opérateur | Pilier   | Statut   | ANCT | Thematiqe |
| ---------- | -------------------- | --------- | -------- | -------- | ---- | --------- |
| 23-1       | Aide                 | Les Amis  | Cohesion | soutenue | 100  | École     |
|            | Jeux                 | Le Club   | Emploi   | à voir   | 100  | Ville     |
"""


@pytest.fixture
def regle(projet, ecrire):
    def regle(texte: str = "") -> list[tuple[str, str, str]]:
        ecrire("programmation", Programmation=FAUTES)
        reglages = projet / "rapportpv.toml"
        reglages.write_text(reglages.read_text("utf-8") + texte, "utf-8")
        return [(a.rule.code, str(a.severite), a.cle) for a in check_annee(projet, 2023).anomalies]

    return regle


def test_each_fault_says_what_it_is_about(regle):
    assert regle() == [
        ("PV008", "alerte", "Thematiqe"),
        ("PV201", "erreur", "23-1"),
        ("PV203", "erreur", "Le Club – Jeux"),
    ]


def test_a_project_sets_severities_by_code_or_by_name(regle):
    reglage = '\n[severite]\npv201 = "alerte"\ncolonne-inconnue = "info"\n'
    assert regle(reglage) == [
        ("PV008", "info", "Thematiqe"),
        ("PV201", "alerte", "23-1"),
        ("PV203", "erreur", "Le Club – Jeux"),
    ]


def test_an_accepted_fault_is_not_told(regle):
    reglage = (
        '\n[[acceptees]]\ncode = "PV203"\ncle = "le club – jeux"\nraison = "vu avec l\'État"\n'
    )
    assert [code for code, _, _ in regle(reglage)] == ["PV008", "PV201"]


def test_an_acceptance_that_serves_nothing_is_told(regle):
    reglage = '\n[[acceptees]]\ncode = "pilier-inconnu"\ncle = "22-9"\nraison = "ancien"\n'
    assert regle(reglage)[-1] == ("PV013", "alerte", "")


def test_a_severity_for_no_rule_is_told(regle):
    assert regle('\n[severite]\npilier-inconu = "alerte"\n')[-1][0] == "PV010"


def test_a_row_that_moves_keeps_its_key(projet, ecrire):
    ecrire("programmation", Programmation="| Titre |\n" + FAUTES.strip())
    cles = [a.cle for a in check_annee(projet, 2023).anomalies]
    assert cles == ["Thematiqe", "23-1", "Le Club – Jeux"]


def test_an_acceptance_may_be_for_one_year_only(projet, regle):
    reglage = (
        '\n[[acceptees]]\ncode = "PV203"\ncle = "Le Club – Jeux"\nraison = "vu"\nannee = 2021\n'
    )
    assert [code for code, _, _ in regle(reglage)] == ["PV008", "PV201", "PV203"]
    assert check_annee(projet, 2023).acceptees == 0


def test_what_is_accepted_is_counted(projet, regle):
    regle('\n[[acceptees]]\ncode = "PV203"\ncle = "Le Club – Jeux"\nraison = "vu"\n')
    assert check_annee(projet, 2023).acceptees == 1
