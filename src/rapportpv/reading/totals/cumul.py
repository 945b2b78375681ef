"""The amounts of a column, summed so that a sum between two rows costs nothing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


class Cumul:
    """Amounts in cents by Excel row; a row without any is not there."""

    def __init__(self, montants: Mapping[int, int]) -> None:
        self.par_ligne = {ligne: montants[ligne] for ligne in sorted(montants) if montants[ligne]}
        self.lignes = list(self.par_ligne)
        self._cumuls = [0, *accumulate(self.par_ligne.values())]
        self._premiers: dict[int, int] = {}

    def before(self, ligne: int) -> int:
        """The sum of the rows above."""
        return self._cumuls[bisect_left(self.lignes, ligne)]

    def between(self, debut: int, fin: int) -> int:
        """The sum of the rows below one and above another."""
        return self.before(fin) - self.before(debut + 1)

    def rows(self, debut: int, fin: int) -> list[int]:
        """The rows with an amount, below one row and above another."""
        return self.lignes[bisect_right(self.lignes, debut) : bisect_left(self.lignes, fin)]

    def find(self, montant: int, debut: int, fin: int) -> list[int]:
        """The rows of that amount, below one row and above another."""
        lignes = self._par_montant.get(montant, [])
        return lignes[bisect_right(lignes, debut) : bisect_left(lignes, fin)]

    def sum(self, lignes: Iterable[int]) -> int:
        """The sum of some rows."""
        return sum(self.par_ligne.get(ligne, 0) for ligne in lignes)

    def without(self, lignes: Mapping[int, object]) -> Cumul:
        """The same amounts but those of some rows."""
        return Cumul({n: cents for n, cents in self.par_ligne.items() if n not in lignes})

    def find_start(self, debuts: Iterable[int], ligne: int, montant: int) -> int | None:
        """The first of those rows from which the amounts, down to a row, have that sum.

        The rows are those of the sheet, always the same: what is above each is summed once.
        """
        if not self._premiers:
            for debut in debuts:
                self._premiers.setdefault(self.before(debut), debut)
        premier = self._premiers.get(self.before(ligne) - montant)
        return premier if premier is not None and premier < ligne else None

    @cached_property
    def _par_montant(self) -> dict[int, list[int]]:
        par_montant: dict[int, list[int]] = {}
        for ligne, cents in self.par_ligne.items():
            par_montant.setdefault(cents, []).append(ligne)
        return par_montant


def make_cumul(montants: pd.Series) -> Cumul:
    """The amounts by Excel row."""
    sommes = montants.dropna()
    if not sommes.index.is_unique:
        sommes = sommes.groupby(level=0).sum()
    return Cumul(dict(zip(sommes.index.tolist(), sommes.tolist(), strict=True)))
