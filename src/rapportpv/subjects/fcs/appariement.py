"""The grants of two workbooks, paired: which line of one is which line of the other."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable

from msgspec import Struct
from msgspec.structs import replace

from rapportpv.core.emplacement import Emplacement
from rapportpv.reading.doublons import name_key, project_key


class Aide(Struct, frozen=True):
    """What a project receives, in cents, and the cells that say so."""

    operateur: str
    intitule: str
    cents: int
    lieu: Emplacement


Paire = tuple[Aide, Aide]
Cle = Callable[[Aide], Hashable]


def merge_by_projet(aides: Iterable[Aide]) -> list[Aide]:
    """The grants, those of one opérateur and one intitulé added up."""
    par_projet: dict[Hashable, Aide] = {}
    for aide in aides:
        cle = _by_projet(aide)
        deja = par_projet.get(cle)
        par_projet[cle] = _add(deja, aide) if deja else aide
    return list(par_projet.values())


def pair_up(gauches: list[Aide], droites: list[Aide]) -> tuple[list[Paire], list[Aide], list[Aide]]:
    """The pairs, then the grants of each side that the other does not have.

    A project of the right side may be there without a grant: then only its names pair it.
    """
    paires, gauches, droites = _match(gauches, droites, _by_projet)
    droites = [droite for droite in droites if droite.cents]
    autres, gauches, droites = _match(gauches, droites, _by_montant)
    dernieres, gauches, droites = _match(gauches, droites, _by_intitule, unique=True)
    return [*paires, *autres, *dernieres], gauches, droites


def _match(
    gauches: list[Aide], droites: list[Aide], cle: Cle, *, unique: bool = False
) -> tuple[list[Paire], list[Aide], list[Aide]]:
    """The pairs of one key, in order, and what is left; `unique`: only where nobody hesitates."""
    par_cle: dict[Hashable, list[Aide]] = {}
    for droite in droites:
        par_cle.setdefault(cle(droite), []).append(droite)
    compte: dict[Hashable, int] = {}
    for gauche in gauches:
        compte[cle(gauche)] = compte.get(cle(gauche), 0) + 1
    paires, seules = [], []
    for gauche in gauches:
        candidates = par_cle.get(cle(gauche), [])
        hesite = unique and (len(candidates) > 1 or compte[cle(gauche)] > 1)
        if candidates and not hesite:
            paires.append((gauche, candidates.pop(0)))
        else:
            seules.append(gauche)
    return paires, seules, [droite for liste in par_cle.values() for droite in liste]


def _by_projet(aide: Aide) -> Hashable:
    return project_key(aide.operateur, aide.intitule)


def _by_montant(aide: Aide) -> Hashable:
    return name_key(aide.operateur), aide.cents


def _by_intitule(aide: Aide) -> Hashable:
    return name_key(aide.intitule)


def _add(un: Aide, autre: Aide) -> Aide:
    cellules = dict.fromkeys((*un.lieu.cellules, *autre.lieu.cellules))
    lieu = Emplacement(un.lieu.fichier, un.lieu.feuille, tuple(cellules))
    return replace(un, cents=un.cents + autre.cents, lieu=lieu)
