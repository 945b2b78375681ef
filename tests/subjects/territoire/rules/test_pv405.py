"""PV405: the counts that annee.toml states, held against the sheets."""

import pytest

from rapportpv.year.controle import check_annee
from tests.subjects.territoire.rules.test_pv404 import QUARTIERS

COMMUNES = "| Commune | Référent |\n| Orge | Marie |\n| Valmont | Paul |"


@pytest.fixture
def dits(projet, ecrire):
    annee = projet / "2023" / "annee.toml"
    debut = annee.read_text("utf-8")

    def dits(geographie: str, **feuilles: str) -> list[tuple[str, str]]:
        annee.write_text(f"{debut}\n[geographie]\n{geographie}\n", "utf-8")
        if feuilles:
            ecrire("territoire", **feuilles)
        return [
            (str(a.lieu), a.suggestion or a.rule.code)
            for a in check_annee(projet, 2023).anomalies
            if a.rule.code in {"PV405", "PV010"}
        ]

    return dits


def test_each_count_that_is_wrong_is_told_at_its_key(dits):
    assert dits(
        "communes = 3\nquartiers = 5\nquartiers_etat = 1", Communes=COMMUNES, Quartiers=QUARTIERS
    ) == [
        ("2023/annee.toml › geographie, communes", "Écrivez «\u00a0communes = 2\u00a0»."),
        ("2023/annee.toml › geographie, quartiers", "Écrivez «\u00a0quartiers = 4\u00a0»."),
        (
            "2023/annee.toml › geographie, quartiers_etat",
            "Écrivez «\u00a0quartiers_etat = 2\u00a0».",
        ),
    ]


def test_counts_that_are_right_or_left_out_raise_nothing(dits):
    assert dits("communes = 2\nquartiers = 4", Communes=COMMUNES, Quartiers=QUARTIERS) == []


def test_without_their_sheet_communes_are_those_of_the_quartiers(dits):
    assert dits("communes = 3", Quartiers=QUARTIERS) == []
    assert len(dits("communes = 2", Quartiers=QUARTIERS)) == 1


def test_a_type_that_is_not_known_is_the_only_cause_told(dits):
    assert (
        dits("quartiers = 4\nquartiers_etat = 2", Quartiers=QUARTIERS.replace("QPV", "QVP")) == []
    )


def test_without_sheets_there_is_nothing_to_hold_it_against(dits):
    assert dits("communes = 16\nquartiers = 21") == []


@pytest.mark.parametrize(
    ("reglage", "lieu", "conseil"),
    [
        ("commune = 16", "geographie, commune", "Écrivez «\u00a0communes\u00a0»."),
        ('communes = "seize"', "geographie, communes", "PV010"),
    ],
)
def test_a_bad_key_or_value_is_told_as_of_any_setting(dits, reglage, lieu, conseil):
    assert dits(reglage) == [(f"2023/annee.toml › {lieu}", conseil)]
