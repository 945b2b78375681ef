"""What the rules on double spellings have in common: the spellings of names, and their cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rapportpv.core.anomalie import Anomalie, Rule
from rapportpv.core.dossier import Feuille

if TYPE_CHECKING:
    import pandas as pd


def spelling(nom: str) -> str:
    """The name as it counts for a spelling: the two apostrophes are one."""
    return nom.replace("’", "'")


@dataclass(frozen=True)
class Graphies:
    """The spellings of names, grouped by the key that spellings of one name share."""

    key: Callable[[str], str]
    _lieux: dict[str, list[tuple[Feuille, str, pd.Index[int]]]] = field(default_factory=dict)

    def add(self, feuille: Feuille, colonne: str, noms: pd.Series) -> None:
        """Take in the names of a column, each with its cells."""
        noms = noms[noms != ""].map(spelling)
        for graphie, lignes in noms.groupby(noms, sort=False):
            self._lieux.setdefault(str(graphie), []).append((feuille, colonne, lignes.index))

    def all(self) -> list[str]:
        """Every spelling taken in so far, in the order of the sheets."""
        return list(self._lieux)

    def groups(self) -> Iterator[list[str]]:
        """The spellings of one name, for each name that has several."""
        groupes: dict[str, list[str]] = {}
        for graphie in self._lieux:
            groupes.setdefault(self.key(graphie), []).append(graphie)
        return (graphies for graphies in groupes.values() if len(graphies) > 1)

    def count(self, graphie: str) -> int:
        """In how many cells a spelling stands."""
        return sum(len(lignes) for _, _, lignes in self._lieux[graphie])

    def tell(self, rule: Rule, graphie: str, juste: str, raison: str = "") -> Iterator[Anomalie]:
        """An anomaly for each sheet with that spelling, where another is meant."""
        for feuille, colonne, lignes in self._lieux[graphie]:
            yield rule.at(
                feuille.lieu(lignes, colonne),
                valeur=graphie,
                suggestion=f"Écrivez « {juste} ».",
                autre=juste,
                raison=raison,
            )
