"""Rows that are of one and the same project."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

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
