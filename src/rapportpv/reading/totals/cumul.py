"""The amounts of a column, summed so that a sum between two rows costs nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray


class Cumul:
    """Amounts in cents by Excel row; a row without any is not there.

    A cell of money is far below what int64 holds, and so are the sums of a sheet.
    """

    def __init__(self, lignes: NDArray[np.int64], montants: NDArray[np.int64]) -> None:
        """Of rows in order."""
        payees = montants != 0
        self.lignes: NDArray[np.int64] = lignes[payees]
        self._montants: NDArray[np.int64] = montants[payees]
        self._cumuls = self._montants.cumsum()
        self._premiers: dict[int, int] = {}

    @cached_property
    def par_ligne(self) -> dict[int, int]:
        """The amounts, by Excel row."""
        return dict(zip(self.lignes.tolist(), self._montants.tolist(), strict=True))

    def before(self, ligne: int) -> int:
        """The sum of the rows above."""
        rang = self._rank(ligne)
        return int(self._cumuls[rang - 1]) if rang else 0

    def between(self, debut: int, fin: int) -> int:
        """The sum of the rows below one and above another."""
        return self.before(fin) - self.before(debut + 1)

    def on(self, lignes: NDArray[np.int64]) -> NDArray[np.int64]:
        """The amount of each of those rows; 0 where there is none."""
        if not len(self.lignes):
            return lignes * 0
        rangs = self.lignes.searchsorted(lignes).clip(max=len(self.lignes) - 1)
        montants: NDArray[np.int64] = self._montants[rangs] * (self.lignes[rangs] == lignes)
        return montants

    def rows(self, debut: int, fin: int) -> list[int]:
        """The rows with an amount, below one row and above another."""
        entre = self.lignes[self._rank(debut + 1) : self._rank(fin)]
        return list(map(int, entre))

    def find(self, montant: int, debut: int, fin: int) -> list[int]:
        """The rows of that amount, below one row and above another."""
        entre = slice(self._rank(debut + 1), self._rank(fin))
        return list(map(int, self.lignes[entre][self._montants[entre] == montant]))

    def sum(self, lignes: Iterable[int]) -> int:
        """The sum of some rows."""
        return sum(self.par_ligne.get(ligne, 0) for ligne in lignes)

    def without(self, lignes: Mapping[int, object]) -> Cumul:
        """The same amounts but those of some rows."""
        import numpy as np  # not by those who explain a rule

        gardees = ~np.isin(self.lignes, list(lignes))
        return Cumul(self.lignes[gardees], self._montants[gardees])

    def find_start(self, debuts: Iterable[int], ligne: int, montant: int) -> int | None:
        """The first of those rows from which the amounts, down to a row, have that sum.

        The rows are those of the sheet, always the same: what is above each is summed once.
        """
        if not self._premiers:
            for debut in debuts:
                self._premiers.setdefault(self.before(debut), debut)
        premier = self._premiers.get(self.before(ligne) - montant)
        return premier if premier is not None and premier < ligne else None

    def _rank(self, ligne: int) -> int:
        """How many rows with an amount stand above."""
        return int(self.lignes.searchsorted(ligne))


def make_cumul(montants: pd.Series) -> Cumul:
    """The amounts by Excel row."""
    sommes = montants.dropna()
    if not sommes.index.is_unique:
        sommes = sommes.groupby(level=0).sum()
    sommes = sommes.sort_index()
    return Cumul(sommes.index.to_numpy("int64"), sommes.to_numpy("int64"))
