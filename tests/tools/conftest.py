"""The workbooks of the sample, read without the program."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

SAMPLE = Path(__file__).parents[2] / "data" / "sample"
ANNEE = SAMPLE / "2022"

COHESION = "Cohésion sociale"
CADRE = "Cadre de vie, renouvellement urbain"
EMPLOI = "Emploi et développement économique"
PILOTAGE = "Pilotage, qualification des acteurs, évaluation"

BOP_147, QUARTIERS_D_ETE = "ANCT « BOP 147 »", "QE 2022"
FCS = "CABBALR « Fonds de Cohésion Sociale »"
SPECIFIQUES = {
    BOP_147: 1_714_733,
    QUARTIERS_D_ETE: 167_778,
    "Conseil régional « fonctionnement »": 154_314,
    "Conseil régional « investissement »": 177_972,
    FCS: 97_918,
}
DROIT_COMMUN = [
    *("État (droit commun)", "Département", "CABBALR (droit commun)", "Communes"),
    *("CAF", "Bailleurs sociaux", "Europe (FSE)", "Autres financeurs"),
]
FINANCEURS = [*SPECIFIQUES, *DROIT_COMMUN]
STATUTS = {"refusée", "ajournée", "retirée", "en instruction"}

Ligne = dict[str, Any]


def read_feuille(nom: str, feuille: str, ligne_entetes: int) -> list[tuple[Any, ...]]:
    """The heading row and all rows below it."""
    classeur = load_workbook(ANNEE / f"{nom}.xlsx")
    return list(classeur[feuille].iter_rows(min_row=ligne_entetes, values_only=True))


def read_table(nom: str, feuille: str) -> list[Ligne]:
    """The rows under the headings of row 3, by heading."""
    entetes, *lignes = read_feuille(nom, feuille, 3)
    return [dict(zip(entetes, ligne, strict=True)) for ligne in lignes]


def iter_programmation() -> Iterator[Ligne]:
    entetes, *lignes = read_feuille("programmation", "Programmation", 4)
    for ligne in lignes:
        yield dict(zip(entetes, ligne, strict=True))


def recompute_total(projet: Ligne) -> int:
    return sum(projet[financeur] or 0 for financeur in FINANCEURS)


@pytest.fixture(scope="module")
def projets() -> list[Ligne]:
    return [ligne for ligne in iter_programmation() if ligne["Intitulé de l'action"]]


@pytest.fixture(scope="module")
def soutenues(projets: list[Ligne]) -> list[Ligne]:
    return [projet for projet in projets if projet["Statut"] == "soutenue"]
