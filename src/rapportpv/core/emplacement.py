"""Places, in Excel's words: workbook, sheet, cells."""

import re
from collections.abc import Iterable
from functools import cache, reduce
from itertools import pairwise
from operator import lt
from typing import TypeAlias

from msgspec import Struct

_CELLULE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")

Case: TypeAlias = tuple[int, int]
"""A cell as (row, column), both counted from 1 as Excel does."""


class Emplacement(Struct, frozen=True, order=True):
    """A file of the project, perhaps a sheet of it, perhaps cells of that sheet."""

    fichier: str
    feuille: str | None = None
    cellules: tuple[str, ...] = ()

    def __str__(self) -> str:
        """«2022/programmation.xlsx › Programmation › K12»."""
        return " › ".join(filter(None, (self.fichier, self.feuille, ", ".join(self.dites))))

    @property
    def dossier(self) -> str:
        """The folder of the file; nothing at the top of the project."""
        return self.fichier.rpartition("/")[0]

    @property
    def nom(self) -> str:
        """The file without its folder."""
        return self.fichier.rpartition("/")[2]

    @property
    def dites(self) -> tuple[str, ...]:
        """The cells in the words of their file: a .csv has lines, and columns without letters."""
        if not self.fichier.lower().endswith(".csv"):
            return self.cellules
        return tuple(map(_in_words, self.cellules))


def _in_words(cellule: str) -> str:
    lue = _CELLULE.fullmatch(cellule)
    if not lue:
        return cellule
    colonne = reduce(lambda numero, lettre: 26 * numero + ord(lettre) - 64, lue[1], 0)
    return f"ligne {lue[2]}, colonne {colonne}"


@cache
def column_letter(colonne: int) -> str:
    """1 → A, 27 → AA."""
    lettres = ""
    while colonne:
        colonne, reste = divmod(colonne - 1, 26)
        lettres = chr(ord("A") + reste) + lettres
    return lettres


def cell_name(case: Case) -> str:
    """(12, 11) → K12."""
    return f"{column_letter(case[1])}{case[0]}"


def sort_key(cellule: str) -> tuple[int, int, str]:
    """Orders K9 before K12, and both before AA1 of the same row."""
    lettres = cellule.rstrip("0123456789")
    chiffres = cellule[len(lettres) :]
    return (int(chiffres) if chiffres else 0, len(lettres), lettres)


def find_bandes(lignes: Iterable[int]) -> list[tuple[int, int]]:
    """The rows that follow one another, as the first and the last of each run."""
    nombres = list(lignes)
    ordonnees = all(map(lt, nombres, nombres[1:]))
    return _runs(nombres if ordonnees else sorted(set(nombres)))


def format_bandes(bandes: Iterable[tuple[int, int]], colonnes: Iterable[int]) -> tuple[str, ...]:
    """The cells of those runs of rows in those columns, as few ranges."""
    flancs = [(column_letter(g), column_letter(d)) for g, d in _runs(sorted(set(colonnes)))]
    return tuple(
        [
            f"{gauche}{haut}"
            if haut == bas and gauche == droite
            else f"{gauche}{haut}:{droite}{bas}"
            for haut, bas in bandes
            for gauche, droite in flancs
        ]
    )


def format_cases(cases: Iterable[Case]) -> tuple[str, ...]:
    """The cells, wherever they are, as few ranges as columns side by side allow."""
    par_colonne: dict[int, list[int]] = {}
    for ligne, colonne in sorted(set(cases)):
        par_colonne.setdefault(colonne, []).append(ligne)
    colonnes_par_bande: dict[tuple[int, int], list[int]] = {}
    for colonne, lignes in sorted(par_colonne.items()):
        for bande in _runs(lignes):
            colonnes_par_bande.setdefault(bande, []).append(colonne)
    plages = [
        ((haut, gauche), (bas, droite))
        for (haut, bas), colonnes in colonnes_par_bande.items()
        for gauche, droite in _runs(colonnes)
    ]
    return tuple(_plage(debut, fin) for debut, fin in sorted(plages))


def _runs(nombres: list[int]) -> list[tuple[int, int]]:
    """The numbers, in order, as the first and last of those that follow one another."""
    trous = [(fin, debut) for fin, debut in pairwise(nombres) if debut - fin != 1]
    debuts = [*nombres[:1], *(debut for _, debut in trous)]
    fins = [*(fin for fin, _ in trous), *nombres[-1:]]
    return list(zip(debuts, fins, strict=True))


def _plage(debut: Case, fin: Case) -> str:
    return cell_name(debut) if debut == fin else f"{cell_name(debut)}:{cell_name(fin)}"
