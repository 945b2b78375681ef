"""Of which year a sheet is, by the numbers of its dossiers and by what stands above it."""

import pytest

from tests.reading.cas.lire import lire

TETE = "| N° dossier | Intitulé de l'action | Opérateur | Pilier | Statut | ANCT |"


def table(*numeros: str) -> str:
    return "\n".join(
        [
            TETE,
            *(
                f"| {numero} | Action {rang} | Les Amis {rang} | Emploi | soutenue | {rang}00 |"
                for rang, numero in enumerate(numeros, start=1)
            ),
        ]
    )


def number(annee: int, combien: int = 4) -> list[str]:
    return [f"{annee}-{rang:03}" for rang in range(1, combien + 1)]


@pytest.mark.parametrize("annee", [2022, 2013])
def test_dossiers_of_a_year_before_are_told(projet, annee):
    lu = lire(projet, Programmation=table(*number(annee)))
    assert lu.erreurs == [("PV023", "A2, A3, A4, A5")]
    assert str(annee) in lu.dits


@pytest.mark.parametrize("annee", [2023, 2024, 2012, 1998])
def test_dossiers_of_the_year_or_of_another_time_are_not(projet, annee):
    assert lire(projet, Programmation=table(*number(annee))).erreurs == []


@pytest.mark.parametrize(
    "numeros",
    [
        ["2022-001", "A-2", "A-3", "A-4"],
        ["2022-001", "2022-002", "A-3", "A-4"],
        ["2022-001", "2022-002", "2022-003", "2023-004"],
        ["2022-001", "2022-002", "2022-003", "A-4", "A-5", "A-6"],
    ],
)
def test_a_few_dossiers_of_a_year_before_are_projects_that_go_on(projet, numeros):
    assert lire(projet, Programmation=table(*numeros)).erreurs == []


def test_most_dossiers_of_a_year_before_are_told(projet):
    numeros = [*number(2022, 3), "A-4", "A-5"]
    assert lire(projet, Programmation=table(*numeros)).erreurs == [("PV023", "A2, A3, A4")]
