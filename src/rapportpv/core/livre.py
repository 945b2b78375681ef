"""The ledger of a sheet: each cell that holds a number has one fate, and only one."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field

from rapportpv.core.emplacement import Case


class Sort(StrEnum):
    """What became of a cell that holds a number, or a text that reads as one."""

    COMPTEE = "comptée"  # in a figure
    TOTAL = "total"  # of other cells: compared, never used
    AUTRE_MESURE = "autre mesure"  # a cost, a rate, a count, a code, another year
    ECARTEE = "écartée"  # by a decision: a project not supported, a column or sheet ignored
    INEXPLIQUEE = "inexpliquée"  # nobody can say what it is


class Part(Struct, frozen=True):
    """The cells of one fate: how many, and what they come to in cents."""

    cellules: int = 0
    cents: int = 0

    def __add__(self, autre: Part) -> Part:
        return Part(self.cellules + autre.cellules, self.cents + autre.cents)

    def __sub__(self, autre: Part) -> Part:
        return Part(self.cellules - autre.cellules, self.cents - autre.cents)


class Livre(Struct, frozen=True, eq=False):
    """The fates of a sheet's cells, kept as those of its columns and of its rows.

    A row of data that counts has no fate of its own. `cases` are the exceptions; `bilan` says how
    many cells there are of each fate; `raison`, why a whole sheet is left aside.
    """

    fichier: str
    feuille: str
    bilan: Mapping[Sort, Part]
    colonnes: Mapping[int, Sort] = field(default_factory=dict)
    lignes: Mapping[int, Sort] = field(default_factory=dict)
    cases: Mapping[Case, Sort] = field(default_factory=dict)
    defaut: Sort = Sort.AUTRE_MESURE  # of the columns that are not told
    raison: str = ""

    def sort(self, case: Case) -> Sort:
        """The fate of a cell, if it holds a number."""
        if case in self.cases:
            return self.cases[case]
        sienne = self.colonnes.get(case[1], self.defaut)
        return cross(self.lignes.get(case[0]), sienne)

    def part(self, sort: Sort) -> Part:
        """The cells of one fate."""
        return self.bilan.get(sort, Part())


def cross(ligne: Sort | None, colonne: Sort) -> Sort:
    """The fate of a cell by that of its row and that of its column."""
    if ligne is None or colonne is Sort.AUTRE_MESURE:
        return colonne
    if ligne is Sort.ECARTEE:
        return ligne if colonne is Sort.COMPTEE else colonne
    return colonne if colonne is Sort.ECARTEE else ligne
