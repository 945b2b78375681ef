"""What the documentation shows of `diff`: an amount of the sample that changes once published."""

import shutil
import tempfile
from pathlib import Path

from openpyxl import load_workbook

from rapportpv.commands.build import Commande, build_document
from rapportpv.year.controle import check_annee
from tools.exemples import EXEMPLE, show_command

_ANNEE = 2022
_CELLULE, _DE_PLUS = "L37", 2000


def show_diff(*arguments: str, lignes: int | None = None) -> str:
    """The changes since the sample was published, with 2 000 € more in one cell."""
    with tempfile.TemporaryDirectory() as travail:
        projet = Path(travail) / "projet"
        shutil.copytree(EXEMPLE, projet)
        commande = Commande(projet, _ANNEE, "rapport", projet / "publication", publier=True)
        build_document(commande)
        change_amount(projet)
        return show_command("diff", str(_ANNEE), *arguments, dossier=projet, lignes=lignes)


def change_amount(projet: Path, cellule: str = _CELLULE) -> None:
    """One amount more, and the totals that it makes false."""
    _add(projet, cellule)
    _add(projet, *(a.lieu.cellules[0] for a in check_annee(projet, _ANNEE).anomalies))


def _add(projet: Path, *cellules: str) -> None:
    """The same amount more in each: the cell, then the totals that no longer add up."""
    chemin = projet / str(_ANNEE) / "programmation.xlsx"
    classeur = load_workbook(chemin)
    feuille = classeur["Programmation"]
    for cellule in cellules:
        feuille[cellule] = feuille[cellule].value + _DE_PLUS
    classeur.save(chemin)
