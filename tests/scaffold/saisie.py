"""Filling the workbooks that `init` lays down, as somebody would: by their headings."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

TITRES = 4  # the row of headings


def fill(chemin: Path, feuille: str, titres: Sequence[str], *lignes: Sequence[Any]) -> None:
    """Write those rows below the headings, a value for each heading that is named."""
    classeur = load_workbook(chemin)
    page = classeur[feuille]
    colonnes = {str(c.value): c.column for c in page[TITRES]}
    for numero, ligne in enumerate(lignes, start=TITRES + 1):
        for titre, valeur in zip(titres, ligne, strict=True):
            page.cell(numero, colonnes[titre], valeur)
    classeur.save(chemin)


PROJETS = (
    "Intitulé de l'action",
    "Opérateur",
    "Type d'opérateur",
    "Pilier",
    "Commune(s)",
    "Statut",
    "État « BOP 147 »",
    "Communes",
)
DEUX_PROJETS = (
    (
        *("Aide aux devoirs", "Les Amis", "association", "Égalité des chances", "Valmont"),
        *("soutenue", 12000, 3000.5),
    ),
    (
        *("Jardin partagé", "Le Club", "association", "Transition écologique et cadre de vie"),
        *("Orge; Valmont", "refusée", None, None),
    ),
)
