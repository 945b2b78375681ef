"""Rows that are of one and the same project."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from rapportpv.core.dossier import Dossier, Feuille, Programmation
from rapportpv.french.lexique import squash
from rapportpv.french.plis import fold_all, squash_all

if TYPE_CHECKING:
    import pandas as pd

Groupe = tuple[int, ...]


@lru_cache(maxsize=2**16)
def name_key(nom: str) -> str:
    """What two spellings of one name share: quotation marks and punctuation do not count."""
    return squash(nom)


def project_key(operateur: str, intitule: str) -> tuple[str, str]:
    """What the rows of one project share."""
    return name_key(operateur), name_key(intitule)


@lru_cache(maxsize=2)
def group_by_projet(
    feuille: Feuille, qui: str = "operateur", quoi: str = "intitule"
) -> Sequence[tuple[str, Groupe]]:
    """What names each opérateur and intitulé that are on several rows, and those rows.

    Made once for the rules that ask.
    """
    frame = feuille.frame
    noms, titres = frame[qui].tolist(), frame[quoi].tolist()
    plies = squash_all(titres)
    if len(set(plies)) == len(plies):  # quick: no title comes twice
        return []
    cles = list(zip(squash_all(noms), plies, strict=True))
    return [
        (f"{noms[rangs[0]]} – {titres[rangs[0]]}", _lignes(frame, rangs))
        for rangs in _several(cles)
        if all(cles[rangs[0]])
    ]


@lru_cache(maxsize=2)
def group_by_numero(feuille: Feuille, *autres: str) -> Sequence[tuple[str, Groupe]]:
    """Each number (with the same value in those columns) that is on several rows, and the rows.

    Made once for the rules that ask.
    """
    frame = feuille.frame
    numeros = frame["numero"].tolist()
    plies = fold_all(numeros)
    if len(set(plies)) == len(plies):
        return []
    cles = list(zip(plies, *(frame[colonne].tolist() for colonne in autres), strict=True))
    return [
        (numeros[rangs[0]], _lignes(frame, rangs)) for rangs in _several(cles) if cles[rangs[0]][0]
    ]


def _several(cles: Sequence[tuple[str, ...]]) -> Iterator[list[int]]:
    """The ranks of each key that comes several times, in the order of its first."""
    if len(set(cles)) == len(cles):
        return
    comptes = Counter(cles)
    groupes: dict[tuple[str, ...], list[int]] = {}
    for rang, cle in enumerate(cles):
        if comptes[cle] > 1:
            groupes.setdefault(cle, []).append(rang)
    yield from groupes.values()


def _lignes(frame: pd.DataFrame, rangs: Sequence[int]) -> Groupe:
    return tuple(frame.index[rangs].tolist())


@lru_cache(maxsize=1)
def find_piliers_doubles(dossier: Dossier) -> Sequence[tuple[str, Groupe, list[str]]]:
    """Each project of several piliers: what names it, its rows, its piliers in settings' order.

    A pilier that the contract does not know is another fault. Made once for the rules that ask.
    """
    projets = list(_projets(dossier.programmation))
    par_ligne = _piliers(dossier.programmation) if projets else {}
    ordre = [pilier.code for pilier in dossier.contrat.pilier]
    doubles = []
    dits: set[int] = set()
    for nom, lignes in projets:
        siens = {par_ligne[ligne] for ligne in lignes if ligne in par_ligne}
        codes = [code for code in ordre if code in siens]
        if len(codes) > 1 and not dits.issuperset(lignes):
            dits.update(lignes)
            doubles.append((nom, lignes, codes))
    return doubles


def _projets(programmation: Programmation) -> Iterator[tuple[str, Groupe]]:
    """The rows that are of one project: by its names, by its number, or as a long sheet has it."""
    frame = programmation.feuille.frame
    for nom, lignes in group_by_projet(programmation.feuille):
        yield nom, tuple(sorted(r for ligne in lignes for r in programmation.lignes[ligne]))
    if not programmation.longue:
        yield from group_by_numero(programmation.feuille)
        return
    noms = zip(frame["operateur"].tolist(), frame["intitule"].tolist(), strict=True)
    for ligne, (operateur, intitule) in zip(frame.index.tolist(), noms, strict=True):
        if len(programmation.lignes[ligne]) > 1:
            yield f"{operateur} – {intitule}", programmation.lignes[ligne]


def _piliers(programmation: Programmation) -> dict[int, str]:
    """The pilier of each row: a project's, and a grant's where a row is a grant."""
    tetes = programmation.feuille.frame["pilier"]
    subventions = programmation.subventions["pilier"]
    return {
        ligne: pilier
        for s in (tetes, subventions)
        for ligne, pilier in zip(s.index.tolist(), s.tolist(), strict=True)
    }
