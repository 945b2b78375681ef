"""What a column holds: numbers, texts that read as amounts, words."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from rapportpv.core.emplacement import Case
from rapportpv.reading.classeur.grille import Grille
from rapportpv.reading.nombres import Nombres, is_nothing, read_nombre, read_nombres
from rapportpv.reading.registre import Registre

_ANNEES = range(1990, 2051)
_PETITS = 100_00  # cents: nobody grants less
_ASSEZ_GRAND = 500_00


class Profil(Struct, frozen=True, dict=True):
    """The amounts of a column, in cents by Excel row, and how many other texts it has."""

    cents: Mapping[int, int]
    mots: int
    en_euros: bool  # an amount with «€», typed as text
    fractions: bool  # numbers that are no whole ones

    @property
    def holds_montants(self) -> bool:
        """Whether most of what it holds reads as amounts."""
        return bool(self.cents) and len(self.cents) >= self.mots

    @property
    def somme(self) -> int:
        """What the amounts come to, in cents."""
        return sum(self.cents.values())

    @cached_property
    def is_small(self) -> bool:
        """Whether its numbers are too small for amounts: a rate, a rank, a mark, a few people."""
        return not self.en_euros and all(abs(c) < _PETITS for c in self.cents.values())

    @cached_property
    def are_years(self) -> bool:
        """Whether its numbers are years: all 2 000 or 2 010, they may well be amounts."""
        annees = {c / 100 for c in self.cents.values()}
        en_annees = not self.en_euros and all(annee in _ANNEES for annee in annees)
        return en_annees and any(annee % 10 for annee in annees)

    @cached_property
    def are_ranks(self) -> bool:
        """Whether its numbers go one by one."""
        suite = list(self.cents.values())
        return (
            len(suite) > 1 and suite[0] <= _PETITS and all(b - a == 100 for a, b in pairwise(suite))
        )

    @cached_property
    def are_whole(self) -> bool:
        """Whether its numbers are whole ones, as counts and codes are."""
        return not self.en_euros and not self.fractions

    @cached_property
    def are_round(self) -> bool:
        """Whether most of its numbers end with a zero, as amounts that are decided do."""
        rondes = sum(c % 1000 == 0 for c in self.cents.values())
        return 2 * rondes > len(self.cents)

    @cached_property
    def isoles(self) -> dict[int, int]:
        """The amounts that stand out among words: large, and no year."""
        return {
            n: c
            for n, c in self.cents.items()
            if abs(c) >= _ASSEZ_GRAND and not (c % 100 == 0 and c // 100 in _ANNEES)
        }


def read_profil(registre: Registre, colonne: int, lignes: Collection[int]) -> Profil:
    """The profile of a column, of those rows only."""
    rangees = np.fromiter(lignes, "int64", len(lignes)) - 1
    return _make_profil(registre.cellules(colonne), registre.nombres(colonne), rangees)


def read_profil_dessous(grille: Grille, entete: int, colonne: int) -> Profil:
    """The profile of a column below its heading, before the kinds of the rows are known."""
    cellules = grille.column(colonne)
    return _make_profil(cellules, read_nombres(cellules), np.arange(entete, len(cellules)))


def _make_profil(cellules: Sequence[Any], tous: Nombres, rangees: NDArray[np.int64]) -> Profil:
    """Of those rows, counted from 0."""
    cents, remplies = tous.cents[rangees], tous.remplies[rangees]
    payees = rangees[cents != 0].tolist()
    lus = [cellules[rang] for rang in payees]
    classes = set(map(type, lus))
    textes = [v for rang in rangees[~remplies].tolist() if (v := cellules[rang]).__class__ is str]
    vides = {texte for texte in set(textes) if is_nothing(texte)}
    return Profil(
        {rang + 1: lu for rang, lu in zip(payees, cents[cents != 0].tolist(), strict=True)},
        len(textes) - (sum(texte in vides for texte in textes) if vides else 0),
        str in classes and any(isinstance(v, str) and "€" in v for v in lus),
        float in classes and any(isinstance(v, float) and not v.is_integer() for v in lus),
    )


def find_cells(grille: Grille, lignes: Iterable[int], colonnes: Iterable[int]) -> dict[Case, int]:
    """The cents of each cell of those rows and columns that holds a number or reads as one."""
    trouvees: dict[Case, int] = {}
    largeurs = list(colonnes)
    for numero in lignes:
        ligne = grille.lignes[numero - 1]
        for colonne in largeurs:
            if colonne <= len(ligne) and (lu := read_nombre(ligne[colonne - 1])) is not None:
                trouvees[numero, colonne] = lu
    return trouvees
