"""PV304 to PV306: money and cost, money and statut."""

import pytest

from rapportpv.year.controle import check_annee
from tests.year.aides import anomalies, told


def check(projet, ecrire, *lignes) -> list[tuple[str, tuple[str, ...]]]:
    entetes = [
        "Intitulé de l'action",
        "Opérateur",
        "Pilier",
        "Statut",
        "Coût total",
        "ANCT",
        "Région",
    ]
    ecrire("programmation", Programmation=[entetes, *lignes])
    return [(a.rule.code, a.lieu.cellules) for a in check_annee(projet, 2023).anomalies]


@pytest.mark.parametrize(
    ("montants", "codes"),
    [
        ((100, 60, 40), []),
        ((100, 60, 40.01), ["PV304"]),
        ((0, 60, 40), []),
        ((None, 60, 40), []),
        ((100, 101, None), ["PV304"]),
        (("cent", 60, 40), ["PV101"]),
        ((100, "cent un", 140), ["PV101"]),
    ],
)
def test_funders_give_no_more_than_the_cost(projet, ecrire, montants, codes):
    fautes = check(projet, ecrire, ["Aide", "Les Amis", "Emploi", "soutenue", *montants])
    assert [code for code, _ in fautes] == codes


def test_the_message_gives_the_three_amounts(projet, ecrire):
    check(projet, ecrire, ["Aide", "Les Amis", "Emploi", "soutenue", 14000, 12000, 3000])
    [anomalie] = anomalies(projet, "PV304")
    assert anomalie.lieu.cellules == ("E2",)
    for montant in ("14\u202f000\u00a0€", "15\u202f000\u00a0€", "1\u202f000\u00a0€"):
        assert montant in anomalie.message


@pytest.mark.parametrize("statut", ["refusée", "ajournée", "retirée", "en instruction", "Rejetée"])
def test_money_of_an_action_that_is_not_supported(projet, ecrire, statut):
    fautes = check(
        projet,
        ecrire,
        ["Aide", "Les Amis", "Emploi", statut, None, 60, None],
        ["Bal", "Le Club", "Emploi", statut, None, 0, None],
    )
    assert fautes == [("PV306", ("D2",))]


def test_an_unknown_statut_is_its_own_cause(projet, ecrire):
    fautes = check(projet, ecrire, ["Aide", "Les Amis", "Emploi", "peut-être", None, 60, None])
    assert [code for code, _ in fautes] == ["PV203"]


@pytest.mark.parametrize(
    ("anct", "codes"),
    [
        (None, ["PV305"]),
        (0, ["PV305"]),
        ("-", ["PV305"]),
        (1, []),
        ("un peu", ["PV101"]),
        ("=1+1", ["PV110"]),
    ],
)
def test_a_supported_action_has_money(projet, ecrire, anct, codes):
    fautes = check(projet, ecrire, ["Aide", "Les Amis", "Emploi", "soutenue", None, anct, None])
    assert [code for code, _ in fautes] == codes


def test_each_action_is_told_for_itself(projet, ecrire):
    check(
        projet,
        ecrire,
        ["Aide", "Les Amis", "Emploi", "soutenue", None, None, None],
        ["Bal", "Le Club", "Emploi", "soutenue", None, None, None],
    )
    assert [cellules for cellules, _, _ in told(projet, "PV305")] == [
        "Programmation D2",
        "Programmation D3",
    ]


def test_a_long_sheet_is_weighed_by_project(projet, ecrire):
    tableau = """
        | Intitulé de l'action | Opérateur | Pilier | Statut   | Coût total | Financeur | Montant |
        | Aide                 | Les Amis  | Emploi | soutenue | 100        | ANCT      | 60      |
        | Aide                 | Les Amis  | Emploi | soutenue | 100        | Région    | 60      |
        | Bal                  | Le Club   | Emploi | soutenue | 100        | ANCT      |         |
        | Bal                  | Le Club   | Emploi | soutenue | 100        | Région    | 90      |
        | Chant                | Le Chœur  | Emploi | refusée  | 100        | Région    | 10      |
        | Danse                | Le Bal    | Emploi | soutenue | 100        | Région    |         |
        """
    ecrire("programmation", Programmation=tableau)
    fautes = [(a.rule.code, a.lieu.cellules) for a in check_annee(projet, 2023).anomalies]
    assert fautes == [("PV304", ("E2",)), ("PV306", ("D6",)), ("PV305", ("D7",))]
