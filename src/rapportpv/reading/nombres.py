"""The numbers of a cell and of a whole column, as the ledger counts them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rapportpv.reading.montant import (
    RIEN,
    MontantAmbiguError,
    MontantIllisibleError,
    read_montant,
)

_NOMBRES = frozenset({int, float})
_SURS = 1e10  # euros: up to there, a column of a million of them adds up in 64 bits


@dataclass(frozen=True)
class Nombres:
    """A column: its cents, 0 where there are none (int64; Python's ints when one is too large)."""

    cents: NDArray[Any]
    remplies: NDArray[np.bool_]

    def part(self, lignes: NDArray[np.bool_]) -> tuple[int, int]:
        """How many of those rows have a number, and what they come to."""
        siennes = self.remplies & lignes
        return int(siennes.sum()), int(self.cents[siennes].sum())


def read_nombres(cellules: Sequence[Any]) -> Nombres:
    """The cents of each number of a column, and of each text that reads as one."""
    bruts = np.array([v if v.__class__ in _NOMBRES else None for v in cellules], dtype=object)
    try:
        euros = bruts.astype(float)  # nan for what is no number
    except OverflowError:
        euros = np.full(len(bruts), np.nan)
    with np.errstate(invalid="ignore"):
        remplies = np.abs(euros) <= _SURS
    cents = np.rint(np.where(remplies, euros, 0) * 100).astype("int64")
    restes = [
        (rang, lu)
        for rang in np.flatnonzero(~remplies).tolist()
        if (valeur := cellules[rang]) is not None and (lu := read_nombre(valeur)) is not None
    ]
    if any(abs(lu) > 100 * _SURS for _, lu in restes):
        cents = cents.astype(object)
    for rang, lu in restes:
        cents[rang], remplies[rang] = lu, True
    return Nombres(cents, remplies)


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
    return "".join(texte.split()).lower() in RIEN


def _may_be_number(texte: str) -> bool:
    """Quick: whether a text begins or ends as a number does."""
    nu = texte.strip()
    return (
        bool(nu)
        and len(nu) < 40
        and (nu[0].isdigit() or nu[0] in "-+−(€")
        and (nu[-1].isdigit() or nu[-1] in "€ )-sRrkKM")
    )
