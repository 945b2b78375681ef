"""PV401: the FCS workbook held against the programming's column of that fund."""

import pytest

from rapportpv.year.controle import check_annee
from tests.tables import write_classeur

FONDS = """
[[financeur]]
code = "fonds"
libelle = "Fonds"
famille = "EPCI"
specifique = true
fcs = true
"""

PROGRAMMATION = """
| Intitulé de l'action | Opérateur | Pilier | Statut   | ANCT | Fonds |
| -------------------- | --------- | ------ | -------- | ---- | ----- |
| Lire en scène        | Le Club   | Emploi | soutenue | 100  | 2000  |
| Bricothèque          | Les Amis  | Emploi | soutenue |      | 1500  |
| Chorale              | Le Chœur  | Emploi | soutenue | 300  | 700   |
| Sans le fonds        | Le Bal    | Emploi | soutenue | 300  |       |
"""

FCS = """
| N° | Axe | Opérateur | Intitulé      | Montant |
| -- | --- | --------- | ------------- | ------- |
| 1  | 1   | Le Club   | Lire en scène | 2000    |
| 2  | 1   | Les Amis  | Bricothèque   | 1500    |
| 3  | 2   | Le Chœur  | Chorale       | 700     |
"""


@pytest.fixture
def dits(projet):
    """The anomalies of these two sheets: place and message, in plain spaces."""
    reglages = projet / "rapportpv.toml"
    reglages.write_text(reglages.read_text("utf-8") + FONDS, "utf-8")

    def dits(programmation: object = PROGRAMMATION, fcs: object = FCS) -> list[tuple[str, str]]:
        write_classeur(projet / "2023" / "programmation.xlsx", Programmation=programmation)
        write_classeur(projet / "2023" / "fcs.xlsx", FCS=fcs)
        anomalies = [a for a in check_annee(projet, 2023).anomalies if a.rule.code == "PV401"]
        return [
            (str(a.lieu), a.message.replace("\u202f", " ").replace("\u00a0", " "))
            for a in anomalies
        ]

    return dits


def test_two_workbooks_that_agree_raise_nothing(dits):
    assert dits() == []


def test_without_a_funder_said_to_be_the_fund_nothing_is_compared(projet, dits):
    reglages = projet / "rapportpv.toml"
    reglages.write_text(reglages.read_text("utf-8").replace("fcs = true", ""), "utf-8")
    assert dits(fcs=FCS.replace("2000", "2500")) == []


def test_two_amounts_are_told_with_both_cells(dits):
    assert dits(fcs=FCS.replace("2000", "2500")) == [
        (
            "2023/fcs.xlsx › FCS › E2",
            "« Le Club – Lire en scène » : 2 500 € dans « 2023/fcs.xlsx › FCS › E2 », 2 000 € dans "
            "« 2023/programmation.xlsx › Programmation › F2 ». Corrigez l’un des deux.",
        )
    ]


def test_a_project_of_the_fund_that_the_programming_does_not_pay_is_told_with_its_empty_cell(dits):
    fcs = FCS + "| 4  | 2   | Le Bal    | Sans le fonds | 900     |\n"
    [(lieu, message)] = dits(fcs=fcs)
    assert lieu == "2023/fcs.xlsx › FCS › E5"
    assert "rien dans « 2023/programmation.xlsx › Programmation › F5 »" in message


def test_an_action_that_is_not_supported_receives_nothing(dits):
    programmation = PROGRAMMATION.replace(
        "Le Chœur  | Emploi | soutenue", "Le Chœur  | Emploi | refusée "
    )
    [(lieu, message)] = dits(programmation)
    assert lieu == "2023/fcs.xlsx › FCS › E4"
    assert "700 € dans" in message
    assert "rien dans « 2023/programmation.xlsx › Programmation › F4 »" in message


def test_a_project_in_one_workbook_only_is_told_where_it_is(dits):
    fcs = FCS.replace("| 3  | 2   | Le Chœur  | Chorale       | 700     |\n", "")
    assert [lieu for lieu, _ in dits(fcs=fcs)] == ["2023/programmation.xlsx › Programmation › F4"]
    fcs = FCS + "| 4  | 2   | Le Cirque | Chapiteau     | 900     |\n"
    [(lieu, message)] = dits(fcs=fcs)
    assert lieu == "2023/fcs.xlsx › FCS › E5"
    assert "rien dans « 2023/programmation.xlsx › Programmation »" in message


@pytest.mark.parametrize(
    ("avant", "apres"),
    [
        ("Lire en scène", '"LIRE  EN SCENE"'),
        ("Bricothèque  ", "Les bricoleurs du mercredi"),  # same opérateur, same amount
        ("Les Amis ", "Association des amis"),  # same intitulé, written by nobody else
    ],
)
def test_a_project_is_found_again_under_another_spelling(dits, avant, apres):
    assert avant in FCS
    assert dits(fcs=FCS.replace(avant, apres)) == []


def test_an_amount_is_told_although_the_operateur_is_written_otherwise(dits):
    fcs = FCS.replace("Les Amis ", "Association des amis").replace("1500", "1550")
    assert [lieu for lieu, _ in dits(fcs=fcs)] == ["2023/fcs.xlsx › FCS › E3"]


def test_two_rows_of_one_project_are_added_up(dits):
    fcs = FCS.replace("2000", "1200") + "| 4  | 2   | Le Club   | Lire en scène | 800     |\n"
    assert dits(fcs=fcs) == []
    assert [lieu for lieu, _ in dits(fcs=fcs.replace("800 ", "900 "))] == [
        "2023/fcs.xlsx › FCS › E2, E5"
    ]


AUTRES_MOTS = """
| Axe | Opérateur | Intitulé | Montant |
| --- | --------- | -------- | ------- |
| 1   | A         | Un       | 2100    |
| 1   | B         | Deux     | 1400    |
| 2   | C         | Trois    | 700     |
"""


def test_workbooks_in_other_words_are_compared_by_their_totals_only(dits):
    assert dits(fcs=AUTRES_MOTS) == []
    [(lieu, message)] = dits(fcs=AUTRES_MOTS.replace("700 ", "710 "))
    assert lieu == "2023/fcs.xlsx › FCS › D2, D3, D4"
    assert message == (
        "« Total du FCS » : 4 210 € dans « 2023/fcs.xlsx › FCS », 4 200 € dans "
        "« 2023/programmation.xlsx › Programmation ». Corrigez l’un des deux."
    )


def test_a_programming_without_the_fund_is_one_anomaly(dits):
    [(_, message)] = dits(PROGRAMMATION.replace("| Fonds |", "| Région |"))
    assert "4 200 € dans « 2023/fcs.xlsx › FCS », rien dans" in message


LONGUE = """
| N° dossier | Intitulé de l'action | Opérateur | Pilier | Statut   | Financeur | Montant |
| ---------- | -------------------- | --------- | ------ | -------- | --------- | ------- |
| 1          | Lire en scène        | Le Club   | Emploi | soutenue | ANCT      | 100     |
| 1          | Lire en scène        | Le Club   | Emploi | soutenue | Fonds     | 2000    |
| 2          | Bricothèque          | Les Amis  | Emploi | soutenue | Fonds     | 1500    |
| 3          | Chorale              | Le Chœur  | Emploi | soutenue | Fonds     | 700     |
"""


def test_a_long_programming_is_compared_by_its_grants(dits):
    assert dits(LONGUE) == []
    [(lieu, message)] = dits(LONGUE.replace("2000", "2100"))
    assert lieu == "2023/fcs.xlsx › FCS › E2"
    assert "2 100 € dans « 2023/programmation.xlsx › Programmation › G3 »" in message


def test_a_cell_that_cannot_be_read_is_the_only_cause_told(dits):
    assert dits(fcs=FCS.replace("2000", "beaucoup")) == []
    assert dits(PROGRAMMATION.replace("2000", "beaucoup")) == []
