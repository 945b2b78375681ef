"""What the rules on double spellings have in common: the spellings of names, and their cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct, field

from rapportpv.core.anomalie import Anomalie, Rule
from rapportpv.core.dossier import Feuille

if TYPE_CHECKING:
    import pandas as pd


def spelling(nom: str) -> str:
    """The name as it counts for a spelling: the two apostrophes are one."""
    return nom.replace("’", "'")


class Graphies(Struct, frozen=True, dict=True):
    """The spellings of names, grouped by the keys that spellings of one name share."""

    keys: Callable[[Sequence[str]], Iterable[str]]
    _colonnes: list[tuple[Feuille, str, list[int], list[str]]] = field(default_factory=list)
    _comptes: Counter[str] = field(default_factory=Counter)

    def add(self, feuille: Feuille, colonne: str, noms: pd.Series) -> None:
        """Take in the names of a column, each with its cells."""
        textes = noms.tolist()
        self._colonnes.append((feuille, colonne, noms.index.tolist(), textes))
        for texte, combien in Counter(textes).items():
            if texte:
                self._comptes[spelling(texte)] += combien

    def all(self) -> list[str]:
        """Every spelling taken in so far, in the order of the sheets."""
        return list(self._comptes)

    def groups(self) -> Iterator[list[str]]:
        """The spellings of one name, for each name that has several."""
        graphies = self.all()
        groupes: dict[str, list[str]] = {}
        for cle, graphie in zip(self.keys(graphies), graphies, strict=True):
            groupes.setdefault(cle, []).append(graphie)
        return (memes for memes in groupes.values() if len(memes) > 1)

    def count(self, graphie: str) -> int:
        """In how many cells a spelling stands."""
        return self._comptes[graphie]

    def tell(self, rule: Rule, graphie: str, juste: str, raison: str = "") -> Iterator[Anomalie]:
        """An anomaly for each sheet with that spelling, where another is meant."""
        for feuille, colonne, lieux in self._lieux:
            if graphie not in lieux:
                continue
            yield rule.at(
                feuille.lieu(lieux[graphie], colonne),
                valeur=graphie,
                suggestion=f"Écrivez « {juste} ».",
                autre=juste,
                raison=raison,
            )

    @cached_property
    def _lieux(self) -> list[tuple[Feuille, str, dict[str, list[int]]]]:
        """The rows of each spelling, sheet by sheet; worked out when one is to be told."""
        lieux = []
        for feuille, colonne, lignes, textes in self._colonnes:
            siens: dict[str, list[int]] = {}
            for ligne, texte in zip(lignes, textes, strict=True):
                siens.setdefault(spelling(texte), []).append(ligne)
            lieux.append((feuille, colonne, siens))
        return lieux
