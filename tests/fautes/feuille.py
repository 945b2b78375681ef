"""A sheet of the sample under an editing hand: its cells are found by what they hold."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from rapportpv.core.plan import Plan
from tests.fautes.faute import ANNEE, Semeur
from tools.sample.classeur import save_classeur

TOTAL = "Total"
_AVANT_LES_FINANCEURS = "Coût total"
_TOTAL = re.compile(r"(?i)(sous-)?total")
_GENERAL = re.compile(r"(?i)total général")


class Feuille:
    """A sheet, its row of headings and its columns, and the totals printed in it."""

    def __init__(self, feuille: Worksheet, plan: Plan) -> None:
        self.page = feuille
        self.entete = self.ligne(plan.requis[0].libelle)

    def ligne(self, texte: str) -> int:
        """The first row with that text in a cell."""
        return next(c.row for rang in self.page.iter_rows() for c in rang if c.value == texte)

    def colonne(self, entete: str) -> str:
        """The letters of the column with that heading."""
        cellules = self.page[self.entete]
        return next(get_column_letter(c.column) for c in cellules if c.value == entete)

    def adresse(self, texte: str, entete: str) -> str:
        """Where the row with that text meets the column with that heading: «F12»."""
        return f"{self.colonne(entete)}{self.ligne(texte)}"

    def __getitem__(self, adresse: str) -> Any:
        """The content of a cell."""
        return self.page[adresse].value

    def __setitem__(self, adresse: str, valeur: Any) -> None:
        self.page[adresse].value = valeur

    @property
    def financeurs(self) -> list[str]:
        """The letters of the funders' columns."""
        entetes = [cellule.value for cellule in self.page[self.entete]]
        bornes = entetes.index(_AVANT_LES_FINANCEURS) + 1, entetes.index(TOTAL)
        return [get_column_letter(rang + 1) for rang in range(*bornes)]

    @property
    def donnees(self) -> list[int]:
        """The rows below the headings that are no totals."""
        return [n for n in self._lignes() if not _TOTAL.match(str(self[f"A{n}"] or ""))]

    def unmerge(self, ligne: int) -> None:
        """Part the merged cells of that row and of those below."""
        for plage in [p for p in self.page.merged_cells.ranges if p.min_row >= ligne]:
            self.page.unmerge_cells(str(plage))

    def retotal(self) -> None:
        """Print the totals of the rows, then of the columns, as they are once a cell has changed."""
        if any(cellule.value == TOTAL for cellule in self.page[self.entete]):
            for numero in self.donnees:
                somme = sum(self._nombre(f"{lettre}{numero}") for lettre in self.financeurs)
                self[f"{self.colonne(TOTAL)}{numero}"] = somme or None
        debut = self.entete + 1
        for numero in sorted(set(self._lignes()) - set(self.donnees)):
            general = _GENERAL.match(self[f"A{numero}"])
            premiere = self.entete + 1 if general else debut
            for cellule in self.page[numero]:
                if isinstance(cellule.value, int | float):
                    cellule.value = self._sum(get_column_letter(cellule.column), premiere, numero)
            debut = numero + 1

    def _sum(self, lettre: str, premiere: int, fin: int) -> float:
        lignes = (numero for numero in self.donnees if premiere <= numero < fin)
        return sum(self._nombre(f"{lettre}{numero}") for numero in lignes)

    def _nombre(self, adresse: str) -> float:
        valeur = self[adresse]
        return valeur if isinstance(valeur, int | float) else 0

    def _lignes(self) -> range:
        return range(self.entete + 1, self.page.max_row + 1)


def chemin(projet: Path, plan: Plan) -> Path:
    """The workbook of that sheet."""
    return projet / str(ANNEE) / plan.fichier


@contextmanager
def open_classeur(projet: Path, plan: Plan) -> Iterator[Workbook]:
    """The workbook of that sheet, to be changed; it is saved, always as the same bytes."""
    classeur = load_workbook(chemin(projet, plan))
    yield classeur
    save_classeur(classeur, chemin(projet, plan))


@contextmanager
def open_feuille(projet: Path, plan: Plan) -> Iterator[Feuille]:
    """The sheet, to be changed."""
    with open_classeur(projet, plan) as classeur:
        yield Feuille(classeur[plan.feuille], plan)


def write(plan: Plan, texte: str, entete: str, valeur: Any, *, retotal: bool = False) -> Semeur:
    """Types a value where the row with that text meets that column."""

    def semer(projet: Path) -> dict[str, str]:
        with open_feuille(projet, plan) as feuille:
            adresse = feuille.adresse(texte, entete)
            feuille[adresse] = valeur
            if retotal:
                feuille.retotal()
        return {"cellules": adresse}

    return semer


def write_entete(plan: Plan, entete: str, valeur: str | None) -> Semeur:
    """Types another heading over that one."""
    return write(plan, entete, entete, valeur)
