"""What a column holds: numbers, texts that read as amounts, words."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

from rapportpv.core.emplacement import Case
from rapportpv.reading.classeur.grille import Grille
from rapportpv.reading.montant import MontantAmbiguError, MontantIllisibleError, read_montant

_VIDES = ("", 0)
_ANNEES = range(1990, 2051)
_DEBUTS = frozenset("0123456789-+\u2212(\u20ac")
_FINS = frozenset("0123456789€ )-sRrkKM")
_LONGUEUR = 40  # signs
_PETITS = 100_00  # cents: nobody grants less
_ASSEZ_GRAND = 500_00


@dataclass(frozen=True)
class Profil:
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


def read_profil(
    grille: Grille, entete: int, colonne: int, lignes: Collection[int] | None = None
) -> Profil:
    """The profile of a column below its heading; of those rows only, when they are given."""
    cents: dict[int, int] = {}
    mots, en_euros, fractions = 0, False, False
    numeros: Iterable[int] = range(entete + 1, len(grille.lignes) + 1) if lignes is None else lignes
    for numero in numeros:
        ligne = grille.lignes[numero - 1]
        valeur = ligne[colonne - 1] if colonne <= len(ligne) else None
        if valeur is None or valeur in _VIDES:
            continue
        lu = read_nombre(valeur)
        if lu is None:
            mots += isinstance(valeur, str) and bool(valeur.strip()) and not is_nothing(valeur)
        elif lu:
            cents[numero] = lu
            en_euros = en_euros or (isinstance(valeur, str) and "€" in valeur)
            fractions = fractions or (isinstance(valeur, float) and not valeur.is_integer())
    return Profil(cents, mots, en_euros, fractions)


def read_nombre(valeur: Any) -> int | None:
    """The cents of a number, or of a text that reads as one; None for anything else."""
    if isinstance(valeur, bool) or valeur is None:
        return None
    if isinstance(valeur, float):
        return round(valeur * 100) if abs(valeur) < 1e300 else None
    if isinstance(valeur, int):
        return valeur * 100
    if not (isinstance(valeur, str) and _may_be_number(valeur)):
        return None
    try:
        return read_montant(valeur)
    except (MontantAmbiguError, MontantIllisibleError):
        return None


def is_nothing(texte: str) -> bool:
    """Whether a text says that there is no amount: a dash, «néant»."""
    try:
        return read_montant(texte) is None
    except (MontantAmbiguError, MontantIllisibleError):
        return False


def _may_be_number(texte: str) -> bool:
    """Quick: whether a text begins or ends as a number does, and is no «2023-014»."""
    nu = texte.strip()
    return (
        0 < len(nu) < _LONGUEUR
        and nu[0] in _DEBUTS
        and nu[-1] in _FINS
        and not ("-" in nu and nu.rfind("-", 1, -1) > 0)
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
