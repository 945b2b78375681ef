"""Markdown tables in tests and in the pages of rules, as rows of cells and as workbooks."""

import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook


def parse_table(texte: str) -> list[list[Any]]:
    """The rows of the Markdown tables of a text, the dashes left out; numbers as numbers."""
    lignes = [ligne.strip() for ligne in texte.splitlines() if ligne.strip().startswith("|")]
    cellules = [[c.strip() for c in ligne.strip("|").split("|")] for ligne in lignes]
    return [
        [_cell(cellule) for cellule in ligne]
        for ligne in cellules
        if not all(re.fullmatch(r":?-{2,}:?", cellule) for cellule in ligne)
    ]


def _cell(texte: str) -> Any:
    if re.fullmatch(r"-?\d+", texte):
        return int(texte)
    if re.fullmatch(r"-?\d+\.\d\d", texte):
        return float(texte)
    return texte or None


def write_classeur(chemin: Path, **feuilles: str | Sequence[Sequence[Any]]) -> Path:
    """A workbook whose sheets hold these tables (Markdown, or rows), in that order."""
    classeur = Workbook()
    classeur.remove(classeur.worksheets[0])
    for nom, contenu in feuilles.items():
        feuille = classeur.create_sheet(nom.replace("_", " "))
        for ligne in parse_table(contenu) if isinstance(contenu, str) else contenu:
            feuille.append(list(ligne))
    classeur.properties.created = classeur.properties.modified = datetime(2000, 1, 1)
    chemin.parent.mkdir(parents=True, exist_ok=True)
    classeur.save(chemin)
    return chemin
