"""Filling the workbooks that `init` lays down, as somebody would: by their headings."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tools import premiers_pas

TITRES = premiers_pas.TITRES


def fill(chemin: Path, feuille: str, titres: Sequence[str], *lignes: Sequence[Any]) -> None:
    """Write those rows below the headings, a value for each heading that is named."""
    premiers_pas.fill(chemin, feuille, (titres, *lignes))


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
