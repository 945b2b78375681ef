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


def above(*titres: str, numeros: tuple[str, ...] = ("A-1", "A-2", "A-3")) -> str:
    """The same table below titles, a row each."""
    vides = " |" * TETE.count("|")
    return "\n".join([*(f"| {titre}{vides[:-4]}" for titre in titres), table(*numeros)])


@pytest.mark.parametrize(
    ("titres", "erreurs"),
    [
        (["Programmation 2022"], [("PV023", "A1")]),
        (["Bilan des actions 2021-2022"], [("PV023", "A1")]),
        (["Suivi de nos projets, 2022"], [("PV023", "A1")]),
        (["Programmation 2022", "Actions 2021"], [("PV023", "A1, A2")]),
        (["Programmation 2022", "Mise à jour en 2023"], []),
        (["Salle Salengro, 2022"], []),  # of no subject: a place, a name
        (["Programmation, version du 3 mars 2022"], []),  # a date is that of a version
        (["PROGRAMMATION AU 3 DÉCEMBRE 2022"], []),
        (["Programmation, version du 03/03/2022"], []),
        (["Programmation, version du 3.3.2022"], []),
        (["Programmation de 2022 à 2026"], []),
    ],
)
def test_a_title_of_a_year_before_is_told(projet, titres, erreurs):
    assert lire(projet, Programmation=above(*titres)).erreurs == erreurs


def test_the_name_of_the_sheet_says_the_year_too(projet):
    assert lire(projet, **{"Programmation 2023": above("Actions 2022")}).erreurs == []


def test_a_title_and_numbers_of_a_year_before_are_told_together(projet):
    lu = lire(projet, Programmation=above("Programmation 2022", numeros=("22-1", "22-2", "22-3")))
    assert lu.erreurs == [("PV023", "A1, A3, A4, A5")]
    assert "« Programmation 2022 », 3 numéros de dossier" in lu.dits


def test_numbers_of_two_digits_are_no_year_when_no_title_says_so(projet):
    assert lire(projet, Programmation=table("22-1", "22-2", "22-3")).erreurs == []


def test_the_year_of_a_title_is_its_last(projet):
    lu = lire(projet, Programmation=above("Programmation 2020 et 2021"))
    [anomalie] = [a for a in lu.controle.anomalies if a.rule.code == "PV023"]
    assert anomalie.valeur == "2021"
    lu = lire(projet, Programmation=above("Programmation, année précédente"))
    assert lu.erreurs == [("PV023", "A1")]
    assert "2022" in lu.dits


@pytest.mark.parametrize(
    ("entete", "dessous", "erreurs"),
    [
        ("ANCT", "", []),
        ("ANCT", "en k€", [("PV020", "F2")]),
        ("ANCT", "en €", []),
        ("ANCT", "12 k€", None),  # an amount of the first project: no row of units
        ("ANCT en k€", "", [("PV020", "F1")]),
        ("ANCT en k€", "k€", [("PV020", "F1, F2")]),
    ],
)
def test_a_unit_is_said_by_a_heading_or_right_below(projet, entete, dessous, erreurs):
    tete, *lignes = table("A-1", "A-2").splitlines()
    unites = [f"| | | | | | {dessous} |"] if dessous else []
    feuille = "\n".join([tete.replace("ANCT", entete), *unites, *lignes])
    lu = lire(projet, Programmation=feuille)
    if erreurs is None:
        assert "PV020" not in [code for code, _ in lu.erreurs]
    else:
        assert lu.erreurs == erreurs


@pytest.mark.parametrize(
    ("colonne", "erreurs"),
    [("Coût total en k€", []), ("Total en k€", []), ("Région en k€", [("PV020", "G1")])],
)
def test_a_unit_of_what_is_only_compared_changes_no_figure(projet, colonne, erreurs):
    tete, *lignes = table("A-1", "A-2").splitlines()
    feuille = "\n".join([f"{tete} {colonne} |", *(f"{ligne} |" for ligne in lignes)])
    lu = lire(projet, Programmation=feuille)
    assert [e for e in lu.erreurs if e[0] == "PV020"] == erreurs


def test_a_unit_in_a_title_is_of_all_the_amounts(projet):
    titre = f"| Montants en k€ |{' |' * (TETE.count('|') - 2)}"
    lu = lire(projet, Programmation=f"{titre}\n{table('A-1', 'A-2')}")
    assert lu.erreurs == [("PV020", "A1")]
    assert "300 €" in lu.dits
    assert "300 000 €" in lu.dits
