"""The columns of a sheet, each taken and its numbers read once, when it is asked for."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from rapportpv.reading.classeur.grille import Grille
from rapportpv.reading.nombres import Nombres, read_nombres


class Registre:
    """The columns of a sheet whose rows change no more."""

    def __init__(self, grille: Grille) -> None:
        self.grille = grille
        self._nombres: dict[int, Nombres] = {}

    @property
    def largeur(self) -> int:
        """How many columns it has."""
        return len(self._colonnes)

    def cellules(self, colonne: int) -> Sequence[Any]:
        """The cells of a column, from row 1."""
        if colonne <= self.largeur:
            return self._colonnes[colonne - 1]
        return (None,) * len(self.grille.lignes)

    def nombres(self, colonne: int) -> Nombres:
        """The numbers of a column, from row 1."""
        if colonne not in self._nombres:
            self._nombres[colonne] = read_nombres(self.cellules(colonne))
        return self._nombres[colonne]

    @cached_property
    def _colonnes(self) -> list[tuple[Any, ...]]:
        return list(zip(*self.grille.lignes, strict=True))
