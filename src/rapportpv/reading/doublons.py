"""Rows that are of one and the same project."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from rapportpv.core.dossier import Dossier, Programmation
from rapportpv.french.lexique import fold, squash

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


def group_by_projet(
    frame: pd.DataFrame, qui: str = "operateur", quoi: str = "intitule"
) -> Iterator[tuple[str, Groupe]]:
    """What names each opérateur and intitulé that are on several rows, and those rows."""
    noms = zip(frame[qui], frame[quoi], strict=True)
    groupes: dict[tuple[str, ...], list[int]] = {}
    libelles: dict[tuple[str, ...], str] = {}
    for ligne, (operateur, intitule) in zip(frame.index, noms, strict=True):
        cle = project_key(operateur, intitule)
        if all(cle):
            groupes.setdefault(cle, []).append(int(ligne))
            libelles.setdefault(cle, f"{operateur} – {intitule}")
    yield from _several(groupes, libelles)


def group_by_numero(frame: pd.DataFrame, *autres: str) -> Iterator[tuple[str, Groupe]]:
    """Each number (with the same value in those columns) that is on several rows, and the rows."""
    groupes: dict[tuple[str, ...], list[int]] = {}
    libelles: dict[tuple[str, ...], str] = {}
    colonnes = (frame[colonne] for colonne in ("numero", *autres))
    for ligne, (numero, *reste) in zip(frame.index, zip(*colonnes, strict=True), strict=True):
        cle = (fold(numero), *reste)
        if cle[0]:
            groupes.setdefault(cle, []).append(int(ligne))
            libelles.setdefault(cle, numero)
    yield from _several(groupes, libelles)


def _several(
    groupes: Mapping[tuple[str, ...], list[int]], libelles: Mapping[tuple[str, ...], str]
) -> Iterator[tuple[str, Groupe]]:
    for cle, lignes in groupes.items():
        if len(lignes) > 1:
            yield libelles[cle], tuple(lignes)


def find_piliers_doubles(dossier: Dossier) -> Iterator[tuple[str, Groupe, list[str]]]:
    """Each project of several piliers: what names it, its rows, its piliers in settings' order.

    A pilier that the contract does not know is another fault.
    """
    ordre = [pilier.code for pilier in dossier.contrat.pilier]
    par_ligne = _piliers(dossier.programmation)
    dits: set[int] = set()
    for nom, lignes in _projets(dossier.programmation):
        siens = {par_ligne[ligne] for ligne in lignes if ligne in par_ligne}
        codes = [code for code in ordre if code in siens]
        if len(codes) > 1 and not dits.issuperset(lignes):
            dits.update(lignes)
            yield nom, lignes, codes


def _projets(programmation: Programmation) -> Iterator[tuple[str, Groupe]]:
    """The rows that are of one project: by its names, by its number, or as a long sheet has it."""
    frame = programmation.feuille.frame
    for nom, lignes in group_by_projet(frame):
        yield nom, tuple(sorted(r for ligne in lignes for r in programmation.lignes[ligne]))
    if not programmation.longue:
        yield from group_by_numero(frame)
        return
    noms = zip(frame["operateur"], frame["intitule"], strict=True)
    for ligne, (operateur, intitule) in zip(frame.index, noms, strict=True):
        if len(programmation.lignes[ligne]) > 1:
            yield f"{operateur} – {intitule}", programmation.lignes[ligne]


def _piliers(programmation: Programmation) -> dict[int, str]:
    """The pilier of each row: a project's, and a grant's where a row is a grant."""
    tetes = programmation.feuille.frame["pilier"]
    subventions = programmation.subventions["pilier"]
    return {int(str(ligne)): str(p) for s in (tetes, subventions) for ligne, p in s.items()}
