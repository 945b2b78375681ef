"""What docs/check.md shows: a sample that somebody has spoilt, checked in each format."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from openpyxl import load_workbook

from tools.exemples import EXEMPLE, show_command


@contextmanager
def spoil() -> Iterator[Path]:
    """A copy of the sample with a misspelt pillar on forty rows and an amount that cannot be read.

    It goes away afterwards.
    """
    with tempfile.TemporaryDirectory() as travail:
        projet = Path(travail) / "projet"
        shutil.copytree(EXEMPLE, projet)
        chemin = projet / "2022" / "programmation.xlsx"
        classeur = load_workbook(chemin)
        feuille = classeur["Programmation"]
        lignes = list(feuille.iter_rows())
        titre = next(i for i, ligne in enumerate(lignes) if "Pilier" in {c.value for c in ligne})
        colonnes = {str(cellule.value): i for i, cellule in enumerate(lignes[titre])}
        for ligne in lignes[titre + 1 : titre + 41]:
            ligne[colonnes["Pilier"]].value = "Cohésion social"
        lignes[titre + 1][colonnes["CAF"]].value = "12 OOO"
        classeur.save(chemin)
        yield projet


def show_check(*arguments: str, terminal: bool = False, lignes: int | None = None) -> str:
    """The check of the spoilt sample, as a terminal or a pipe shows it."""
    force = {"FORCE_COLOR": "1"} if terminal else {}
    with spoil() as projet, patch.dict(os.environ, force):
        return show_command("check", "2022", *arguments, dossier=projet, lignes=lignes)
