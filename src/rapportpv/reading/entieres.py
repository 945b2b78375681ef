"""The rows that are data for sure, told by looking at many of them together, column by column."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rapportpv.reading.registre import Registre

_PAQUET = 500  # rows looked at together
_CHIFFRES = frozenset("0123456789( ")
_EVENTUELS = ("tot", "/")
_MEMES_LETTRES = "\u017f\u0131\u0130\u212a"  # what «s», «i» and «k» also are, whatever the case

Colonnes = Sequence[Sequence[Any]]


def are_entieres(registre: Registre, requises: Sequence[int], libelles: Mapping[int, str]) -> bool:
    """Quick: whether `find_entieres` would say yes of each row below the headings."""
    if not _are_full(registre, requises) or any("|" in libelle for libelle in libelles.values()):
        return False
    if all(_begin_with_digit(registre.textes(position + 1)) for position in requises):
        return False
    ensembles = ["|".join(registre.textes(rang)) for rang in range(1, registre.largeur + 1)]
    if any("ota" in ensemble.lower() for ensemble in ensembles):
        return False
    return not _may_repeat(ensembles, libelles)


def are_sures(registre: Registre, requises: Sequence[int], noms: Sequence[int]) -> bool:
    """Quick: whether `find_douteuses` would find none of the rows below the headings."""
    if not _are_full(registre, requises) or not noms or max(noms) >= registre.largeur:
        return False
    return not any(_may_say_total("|".join(registre.textes(nom + 1))) for nom in noms)


def _are_full(registre: Registre, positions: Sequence[int]) -> bool:
    """Whether each row has a text at all those positions."""
    return (
        bool(positions)
        and max(positions) < registre.largeur
        and all(
            registre.classes(position + 1) == {str}
            and all(map(str.strip, registre.textes(position + 1)))
            for position in positions
        )
    )


def _begin_with_digit(textes: Sequence[str]) -> bool:
    return not _CHIFFRES.isdisjoint([texte[:1] for texte in textes])


def find_entieres(
    lignes: Sequence[Sequence[Any]], requises: Sequence[int], libelles: Mapping[int, str]
) -> Iterator[bool]:
    """Whether each row has a text at all those positions, none says «total», none is a heading.

    False where one has to look at the row by itself. `requises` are counted from 0.
    """
    for _, colonnes, combien in _pack(lignes):
        ensembles = list(map(_join, colonnes))
        if not _has(colonnes, requises) or _may_repeat(ensembles, libelles):
            yield from [False] * combien
            continue
        autres = _find_vides(colonnes, requises)
        if not any(_CHIFFRES.isdisjoint([str(v)[:1] for v in colonnes[p]]) for p in requises):
            autres.update(range(combien))  # one may number the columns
        for colonne, ensemble in zip(colonnes, ensembles, strict=True):
            if "ota" in ensemble.lower():
                autres.update(
                    i for i, v in enumerate(colonne) if isinstance(v, str) and "ota" in v.lower()
                )
        yield from (rang not in autres for rang in range(combien))


def find_douteuses(
    lignes: Sequence[Sequence[Any]], requises: Sequence[int], noms: Sequence[int]
) -> Iterator[int]:
    """The rows, counted from 0, without all those texts, or where a name may say «total»."""
    for debut, colonnes, combien in _pack(lignes):
        if not _has(colonnes, requises) or not _has(colonnes, noms):
            yield from range(debut, debut + combien)
            continue
        douteuses = _find_vides(colonnes, requises)
        for position in noms:
            if _may_say_total(_join(colonnes[position])):
                douteuses.update(
                    i
                    for i, v in enumerate(colonnes[position])
                    if isinstance(v, str) and _may_say_total(v)
                )
        yield from (debut + rang for rang in sorted(douteuses))


def _pack(lignes: Sequence[Sequence[Any]]) -> Iterator[tuple[int, Colonnes, int]]:
    """The rows by packets, as columns; no columns where rows are not as long as one another."""
    for debut in range(0, len(lignes), _PAQUET):
        paquet = lignes[debut : debut + _PAQUET]
        egales = len(set(map(len, paquet))) == 1
        yield debut, list(zip(*paquet, strict=True)) if egales else [], len(paquet)


def _has(colonnes: Colonnes, positions: Sequence[int]) -> bool:
    return bool(positions) and max(positions) < len(colonnes)


def _find_vides(colonnes: Colonnes, positions: Sequence[int]) -> set[int]:
    """The rows that lack a text at one of those positions."""
    vides: set[int] = set()
    for position in positions:
        colonne = colonnes[position]
        try:
            pleine = all(map(str.strip, colonne))
        except TypeError:  # an empty cell, a number
            pleine = False
        if not pleine:
            vides.update(i for i, v in enumerate(colonne) if not (isinstance(v, str) and v.strip()))
    return vides


def _join(colonne: Sequence[Any]) -> str:
    """The texts of a column."""
    try:
        return "|".join(colonne)
    except TypeError:  # an empty cell, a number
        return "|".join([v for v in colonne if v.__class__ is str])


def _may_say_total(ensemble: str) -> bool:
    plat = ensemble.lower()
    return any(mot in plat for mot in _EVENTUELS) or any(s in ensemble for s in _MEMES_LETTRES)


def _may_repeat(ensembles: Sequence[str], libelles: Mapping[int, str]) -> bool:
    """Whether a row may be the headings again: the last word of half of them is in their column."""
    possibles = sum(
        libelle.split()[-1] in ensembles[colonne - 1]
        or not unicodedata.is_normalized("NFC", ensembles[colonne - 1])
        for colonne, libelle in libelles.items()
        if colonne <= len(ensembles)
    )
    return 2 * possibles >= len(libelles)
