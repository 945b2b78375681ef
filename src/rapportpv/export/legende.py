"""The key of an annotated copy: what each colour says, and how many cells have it."""

from collections.abc import Iterable
from typing import Any

from openpyxl.cell.cell import MergedCell
from openpyxl.styles import Alignment, Font, PatternFill

from rapportpv.core.livre import Livre, Sort
from rapportpv.export.lecture import clean
from rapportpv.export.livre import EXPLICATIONS, TEINTES, format_part, format_place
from rapportpv.reading.nombres import read_nombre

_TITRE = "Légende"
_LARGEURS = {"A": 26, "B": 22, "C": 30, "D": 46, "E": 70}
_HAUT = Alignment(vertical="top", wrap_text=True)


def tint(feuille: Any, livre: Livre) -> None:
    """Give each cell with a number, or a formula, the colour of its fate."""
    fonds = {sort: PatternFill("solid", start_color=f"FF{t}") for sort, t in TEINTES.items()}
    for ligne in feuille.iter_rows():
        for cellule in ligne:
            if not isinstance(cellule, MergedCell) and _holds_number(cellule):
                cellule.fill = fonds[livre.sort((cellule.row, cellule.column))]


def write_legende(classeur: Any, livres: Iterable[Livre]) -> None:
    """Put the key behind the index: a row for each fate of each sheet."""
    feuille = classeur.create_sheet(_free_name(classeur.sheetnames), 1)
    feuille["A1"] = "Ce que sont devenus les nombres de ce classeur"
    feuille["A1"].font = Font(bold=True, size=14)
    for colonne, titre in enumerate(("Feuille", "Sort", "Cellules", "Où", "Ce que c’est"), start=1):
        cellule = feuille.cell(3, colonne, titre)
        cellule.font = Font(bold=True)
    rang = 4
    for livre in livres:
        for sort in Sort:
            if (part := livre.part(sort)).cellules:
                place = format_place(livre, sort)
                valeurs = (livre.feuille, sort.value, format_part(sort, part), place)
                for colonne, valeur in enumerate((*valeurs, EXPLICATIONS[sort]), start=1):
                    cellule = feuille.cell(rang, colonne)
                    cellule.value, cellule.data_type = clean(valeur), "s"
                    cellule.alignment = _HAUT
                feuille.cell(rang, 2).fill = PatternFill("solid", start_color=f"FF{TEINTES[sort]}")
                rang += 1
    for lettre, largeur in _LARGEURS.items():
        feuille.column_dimensions[lettre].width = largeur
    feuille.freeze_panes = "A4"


def _holds_number(cellule: Any) -> bool:
    if cellule.data_type == "f":
        return True
    valeur = cellule.value
    return read_nombre(str(valeur) if isinstance(valeur, list) else valeur) is not None


def _free_name(pris: Iterable[str]) -> str:
    plies = {nom.casefold() for nom in pris}
    noms = (_TITRE, *(f"{_TITRE} ({rang})" for rang in range(2, len(plies) + 3)))
    return next(nom for nom in noms if nom.casefold() not in plies)
