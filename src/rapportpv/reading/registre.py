"""The columns of a sheet, each taken and its numbers read once, when it is asked for."""

from collections.abc import Sequence, Set
from functools import cached_property
from typing import Any

from rapportpv.reading.classeur.grille import Grille
from rapportpv.reading.nombres import Nombres, read_nombres


class Registre:
    """The columns of a sheet whose rows change no more, `entete` being the row of its headings."""

    def __init__(self, grille: Grille, entete: int = 0) -> None:
        self.grille = grille
        self._entete = entete
        self._nombres: dict[int, Nombres] = {}
        self._dessous: dict[int, tuple[Set[type], list[str]]] = {}

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
            cellules = self.cellules(colonne)
            classes, textes = self._look_below(colonne)
            dessus = cellules[: self._entete]
            textes = [*(v for v in dessus if v.__class__ is str), *textes]
            self._nombres[colonne] = read_nombres(
                cellules, classes | set(map(type, dessus)), textes
            )
        return self._nombres[colonne]

    def classes(self, colonne: int) -> Set[type]:
        """What the cells of a column are, below the headings."""
        return self._look_below(colonne)[0]

    def textes(self, colonne: int) -> list[str]:
        """The texts of a column below the headings, each once."""
        return self._look_below(colonne)[1]

    def _look_below(self, colonne: int) -> tuple[Set[type], list[str]]:
        if colonne not in self._dessous:
            cellules = self.cellules(colonne)[self._entete :]
            classes = set(map(type, cellules))
            textes = cellules if classes == {str} else [v for v in cellules if v.__class__ is str]
            self._dessous[colonne] = classes, list(dict.fromkeys(textes))
        return self._dessous[colonne]

    @cached_property
    def _colonnes(self) -> list[tuple[Any, ...]]:
        return list(zip(*self.grille.lignes, strict=True))
