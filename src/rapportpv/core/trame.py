"""What a sheet holds beside its data: where blocks begin, what is computed, what is hidden."""

from collections.abc import Callable, Mapping
from functools import cached_property

from msgspec import Struct, field

from rapportpv.core.emplacement import Case
from rapportpv.core.somme import Somme


class Trame(Struct, frozen=True, dict=True):
    """The rows and cells of a sheet that its frame does not tell of."""

    donnees: tuple[int, ...] = ()  # the rows of data, in order
    debuts: tuple[int, ...] = ()  # the rows below which a block may begin: headings, totals
    totales: Mapping[int, str] = field(default_factory=dict)  # the total rows, and their words
    sommes: Mapping[Case, Somme] = field(default_factory=dict)  # the cells that add others up
    textes: Mapping[Case, str] = field(default_factory=dict)  # amounts that are texts, under a sum
    lignes_masquees: frozenset[int] = frozenset()
    colonnes_masquees: frozenset[int] = frozenset()
    non_lus: Callable[[int], frozenset[int]] = lambda _: frozenset()
    """What unknown columns hold in a row: their amounts, and the sum of these, in cents."""

    def textes_pres_de(self, case: Case) -> list[Case]:
        """The amounts typed as text in the row or the column of a cell."""
        par_ligne, par_colonne = self._textes_ranges
        return [*par_ligne.get(case[0], ()), *par_colonne.get(case[1], ())]

    @cached_property
    def _textes_ranges(self) -> tuple[dict[int, list[Case]], dict[int, list[Case]]]:
        par_ligne: dict[int, list[Case]] = {}
        par_colonne: dict[int, list[Case]] = {}
        for case in self.textes:
            par_ligne.setdefault(case[0], []).append(case)
            par_colonne.setdefault(case[1], []).append(case)
        return par_ligne, par_colonne
