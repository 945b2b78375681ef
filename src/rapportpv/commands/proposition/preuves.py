"""What arithmetic tells of columns of amounts: which of them a printed total counts."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from rapportpv.commands.proposition.titres import USUEL, rank_titre
from rapportpv.core.livre import Sort
from rapportpv.core.plan import MONTANT
from rapportpv.french.lexique import fold
from rapportpv.reading.choix import COUT, TOTAL
from rapportpv.reading.profil import Profil
from rapportpv.reading.roles import Projets, find_role
from rapportpv.reading.titres import Titre, read_titre

PRESQUE = 0.8
"""Of the rows: a total that is wrong in a few is still a total."""

_COMPTE = re.compile(
    r"\b(?:nombres?|nb|nbre|nbr|effectifs?|codes?|tel|telephone|dates?|annees?|population|habitants|"
    r"distance|insee)\b|n°"
)
_A_ESSAYER = 8  # unknown columns whose sums are tried
_A_COMBINER = 12
_ASSEZ = 3  # rows: below, a sum may be one by chance


class Montant(Struct, frozen=True):
    """A column of amounts: `sort` is the field, or what stands before the funder's code.

    `role` says what it is; without a `sort` it is left out, or `a_decider`.
    """

    colonne: int
    libelle: str
    profil: Profil
    titre: Titre
    sort: str = ""
    role: str = ""
    doute: str = ""
    a_decider: bool = False


def find_counted(
    total: Mapping[int, int], base: Mapping[int, int], inconnues: Sequence[Montant]
) -> set[int] | None:
    """The unknown columns that the printed totals add up with the known ones; None if none."""
    if len(total) < 2 or len(inconnues) > _A_ESSAYER:
        return None
    trouvees = [
        {m.colonne for m in essai}
        for taille in range(len(inconnues) + 1)
        for essai in combinations(inconnues, taille)
        if agree(total, add_up([base, *(m.profil.cents for m in essai)])) >= PRESQUE
    ]
    return trouvees[0] if len(trouvees) == 1 else None


def find_parts(m: Montant, autres: Sequence[Montant]) -> tuple[Montant, ...]:
    """The other columns, two at least, that a column adds up in each row; none when it does not."""
    siennes = [autre for autre in autres if autre.profil.cents and _fits(autre, m)]
    if len(m.profil.cents) < _ASSEZ or len(siennes) > _A_COMBINER:
        return ()
    for taille in range(2, len(siennes) + 1):
        for essai in combinations(siennes, taille):
            if add_up(part.profil.cents for part in essai) == m.profil.cents:
                return essai
    return ()


def _fits(part: Montant, somme: Montant) -> bool:
    """Whether no amount of a column is above that of another one: quick, for nearly all pairs."""
    return all(somme.profil.cents.get(n, 0) >= c for n, c in part.profil.cents.items())


def is_money(libelle: str, profil: Profil, *, paye: bool) -> bool:
    """Whether numbers are amounts: what names a funder, a cost or a total may be in k€."""
    rangs = rank_titre(libelle)
    if not is_count(libelle):
        if COUT in rangs or paye or read_titre(libelle).unite:
            return True
        if profil.is_small and max(rangs.get(c, 0) for c in (TOTAL, MONTANT)) >= USUEL:
            return True
    role = find_role(libelle, profil, Projets({}, {}), {})
    return not profil.is_small and role is not Sort.AUTRE_MESURE


def is_count(libelle: str) -> bool:
    """Whether a heading says counts, codes or dates: «Nombre de jeunes»."""
    return bool(_COMPTE.search(fold(libelle)))


def is_share(m: Montant) -> bool:
    """Whether a column holds shares, rates: «Part de l’ANCT (%)»."""
    dite = "%" in m.libelle or re.match(r"taux\b|pourcentage", fold(m.libelle))
    parts = m.profil.fractions and all(abs(c) <= 100 for c in m.profil.cents.values())
    return bool(m.profil.cents) and bool(dite or parts)


def add_up(parts: Iterable[Mapping[int, int]]) -> dict[int, int]:
    """The sum of each row."""
    sommes: dict[int, int] = {}
    for part in parts:
        for numero, cents in part.items():
            sommes[numero] = sommes.get(numero, 0) + cents
    return sommes


def agree(total: Mapping[int, int], sommes: Mapping[int, int]) -> float:
    """The share of the rows where both are the same."""
    lignes = {n for n, c in (*total.items(), *sommes.items()) if c}
    egales = sum(total.get(n, 0) == sommes.get(n, 0) for n in lignes)
    return egales / len(lignes) if lignes else 0.0
