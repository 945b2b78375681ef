"""The numbers of a cell and of a whole column, as the ledger counts them."""

import re
from collections.abc import Sequence, Set
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from rapportpv.reading.montant import (
    RIEN,
    MontantAmbiguError,
    MontantIllisibleError,
    read_montant,
)

_NOMBRES = frozenset({int, float})
_NOMBRES_OU_RIEN = _NOMBRES | {type(None)}  # numpy reads nothing as nan
_JAMAIS = re.compile(r"\d[-/_:]\d|[^\W\d_]\d")  # «24-001», «12/03/2024», «n° A3»: no amounts
_DEBUTS = "-+−(€"  # of a number, but for its digits
_EN_ZEROS = {ord(chiffre): "0" for chiffre in "123456789"}  # the shape of a text
_TETE = 40  # rows that may hold the titles and the headings
_SURS = 1e10  # euros: up to there, a column of a million of them adds up in 64 bits


class Nombres(Struct, frozen=True):
    """A column: its cents, 0 where there are none (int64; Python's ints when one is too large)."""

    cents: NDArray[Any]
    remplies: NDArray[np.bool_]

    def part(self, lignes: NDArray[np.bool_]) -> tuple[int, int]:
        """How many of those rows have a number, and what they come to."""
        siennes = self.remplies & lignes
        return int(siennes.sum()), int(self.cents[siennes].sum())


def read_nombres(
    cellules: Sequence[Any], classes: Set[type] = frozenset(), textes: Sequence[str] = ()
) -> Nombres:
    """The cents of each number of a column, and of each text that reads as one.

    `classes` is what its cells are, and `textes` its texts, when they are known.
    """
    if not classes:
        classes = set(map(type, cellules))
        textes = [v for v in cellules if v.__class__ is str]
    restes = _read_textes(cellules, textes)
    if classes.isdisjoint(_NOMBRES):
        cents, remplies = np.zeros(len(cellules), "int64"), np.zeros(len(cellules), bool)
    else:
        euros = _list_euros(cellules, classes)
        with np.errstate(invalid="ignore"):
            remplies = np.abs(euros) <= _SURS
        cents = np.rint(np.where(remplies, euros, 0) * 100).astype("int64")
        for rang in np.flatnonzero(~remplies).tolist():
            lu = read_nombre(cellules[rang]) if cellules[rang].__class__ in _NOMBRES else None
            if lu is not None:
                restes.append((rang, lu))
    if any(abs(lu) > 100 * _SURS for _, lu in restes):
        cents = cents.astype(object)
    for rang, lu in restes:
        cents[rang], remplies[rang] = lu, True
    return Nombres(cents, remplies)


def _list_euros(cellules: Sequence[Any], classes: Set[type]) -> NDArray[np.float64]:
    """The numbers of a column; nan for what is none, or when one is out of all bounds."""
    nombres = list(cellules)
    if not classes <= _NOMBRES_OU_RIEN:
        # most often its heading alone is none
        fin = _TETE if set(map(type, nombres[_TETE:])) <= _NOMBRES_OU_RIEN else len(nombres)
        nombres[:fin] = [v if v.__class__ in _NOMBRES else np.nan for v in nombres[:fin]]
    try:
        return np.array(nombres, dtype=float)
    except OverflowError:
        return np.full(len(nombres), np.nan)


def _read_textes(cellules: Sequence[Any], textes: Sequence[str]) -> list[tuple[int, int]]:
    """The texts that read as numbers: where they stand, counted from 0, and their cents."""
    uniques = list(dict.fromkeys(textes))
    premiers = {v[:1] for v in uniques}
    debuts = {p for p in premiers if p.isdigit() or p.isspace() or p in _DEBUTS}
    if debuts.issubset({""}):
        return []
    lus = _read_uniques([v for v in uniques if v[:1] in debuts])
    if not lus:
        return []
    return [(rang, lus[v]) for rang, v in enumerate(cellules) if v.__class__ is str and v in lus]


def _read_uniques(textes: list[str]) -> dict[str, int]:
    """The cents of those texts that read as numbers: most columns have a shape or two."""
    formes = "\n".join(textes).translate(_EN_ZEROS).split("\n")
    if len(formes) != len(textes):
        formes = [texte.translate(_EN_ZEROS) for texte in textes]
    possibles = {forme for forme in set(formes) if _may_be_number(forme)}
    lus = (
        (texte, _read_texte(texte))
        for texte, forme in zip(textes, formes, strict=True)
        if forme in possibles
    )
    return {texte: lu for texte, lu in lus if lu is not None}


def read_nombre(valeur: Any) -> int | None:
    """The cents of a number, or of a text that reads as one; None for anything else."""
    if isinstance(valeur, str):
        return _read_texte(valeur) if _may_be_number(valeur) else None
    if isinstance(valeur, float):
        return round(valeur * 100) if abs(valeur) < 1e300 else None
    return valeur * 100 if isinstance(valeur, int) and not isinstance(valeur, bool) else None


def _read_texte(valeur: str) -> int | None:
    if valeur.isascii() and valeur.isdigit():  # a SIRET, a postal code
        return int(valeur) * 100
    try:
        return read_montant(valeur)
    except (MontantAmbiguError, MontantIllisibleError):
        return None


def is_nothing(texte: str) -> bool:
    """Whether a text says that there is no amount: a dash, «néant»."""
    return "".join(texte.split()).lower() in RIEN


def _may_be_number(texte: str) -> bool:
    """Quick: whether a text begins or ends as a number does."""
    nu = texte.strip()
    return (
        bool(nu)
        and len(nu) < 40
        and (nu[0].isdigit() or nu[0] in _DEBUTS)
        and (nu[-1].isdigit() or nu[-1] in "€ )-osRrkKM")
        and not _JAMAIS.search(nu)
    )
