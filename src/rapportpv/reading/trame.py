"""The totals of a sheet, its sums, its amounts typed as text, what is hidden in it."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any

from rapportpv.core.emplacement import Case
from rapportpv.core.somme import Somme, read_somme
from rapportpv.core.trame import Trame
from rapportpv.reading.classeur.grille import Grille
from rapportpv.reading.headers import Entete
from rapportpv.reading.kinds import Genre
from rapportpv.reading.montant import MontantAmbiguError, MontantIllisibleError, read_montant
from rapportpv.reading.nombres import Nombres
from rapportpv.reading.signes import total_label

Ligne = tuple[int, Genre, list[Any]]
TOTAUX = frozenset({Genre.TOTAL, Genre.TOTAL_REMPLI})
_DEBUTS = TOTAUX | {Genre.ENTETE, Genre.INTERTITRE}


def read_sommes(grille: Grille, colonnes: Iterable[int]) -> dict[Case, Somme]:
    """The cells of those columns that add others up."""
    utiles = set(colonnes)
    lues = ((c, read_somme(f)) for c, f in grille.formules.items() if c[1] in utiles)
    return {case: somme for case, somme in lues if somme}


def make_trame(
    entete: Entete,
    lignes: Sequence[Ligne],
    montants: Mapping[str, int],
    sommes: Mapping[Case, Somme],
    non_lus: Callable[[int], frozenset[int]],
) -> Trame:
    """What the sheet holds beside its data; `montants` are its columns of amounts.

    `non_lus` tells the amounts of a row in columns that a total may count, and that are not read.
    """
    return Trame(
        tuple(numero for numero, genre, _ in lignes if genre is Genre.DONNEES),
        (entete.ligne, *(numero for numero, genre, _ in lignes if genre in _DEBUTS)),
        {numero: total_label(ligne) for numero, genre, ligne in lignes if genre in TOTAUX},
        sommes,
        dict(_find_textes(lignes, montants.values(), sommes)) if sommes else {},
        entete.grille.lignes_masquees,
        entete.grille.colonnes_masquees,
        non_lus,
    )


def list_non_lus(non_lues: Collection[Nombres], ligne: int) -> frozenset[int]:
    """The amounts of a row in columns that are not read, and their sum."""
    lus = [cents for nombres in non_lues if (cents := int(nombres.cents[ligne - 1]))]
    return frozenset((*lus, sum(lus))) if lus else frozenset()


def read_cents(ligne: Sequence[Any], colonne: int) -> int | None:
    """The amount of a cell; None when there is none that can be read."""
    if colonne > len(ligne):
        return None
    try:
        return read_montant(ligne[colonne - 1])
    except (MontantAmbiguError, MontantIllisibleError):
        return None


def _find_textes(
    lignes: Sequence[Ligne], colonnes: Iterable[int], sommes: Mapping[Case, Somme]
) -> Iterator[tuple[Case, str]]:
    """The amounts typed as text that a sum goes over: Excel leaves them out of it."""
    derniere = max((numero for numero, _, _ in lignes), default=0)
    for colonne in colonnes:
        couvertes = _covered(sommes.values(), colonne, derniere)
        for numero, genre, ligne in lignes:
            texte = genre is Genre.DONNEES and couvertes[numero] and ligne[colonne - 1 : colonne]
            if texte and isinstance(texte[0], str) and read_cents(ligne, colonne):
                yield (numero, colonne), texte[0]


def _covered(sommes: Iterable[Somme], colonne: int, derniere: int) -> list[int]:
    """How many sums go over each row of a column."""
    pas = [0] * (derniere + 2)
    for somme in sommes:
        for haut, gauche, bas, droite in () if somme.chaine else somme.plages:
            if gauche <= colonne <= droite and haut <= derniere:
                pas[haut] += 1
                pas[min(bas, derniere) + 1] -= 1
    return list(accumulate(pas))
