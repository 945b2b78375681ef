"""The indicators of a place as INSEE publishes them: read, printed, compared; never added up.

Most are rates, medians or indices under statistical secrecy: a sum or a mean of quartiers means
nothing, and INSEE forbids it. So a value is closed: nothing outside this file sees its number.
"""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from typing import NoReturn

from msgspec import Struct, field

from rapportpv.core.emplacement import Emplacement
from rapportpv.core.inventaire import Laisse, Lu
from rapportpv.french.typographie import format_decimal, format_euros, format_pourcentage

SECRET = "n. p."
"""«Non publié»: what is printed of a value that INSEE keeps secret, or has not published."""

SANS_ECART = "–"

_ECARTS = (
    (Fraction(3), "plus du triple"),
    (Fraction(2), "plus du double"),
    (Fraction(9, 5), "près du double"),
    (Fraction(29, 20), "moitié plus"),
    (Fraction(29, 23), "un tiers de plus"),
    (Fraction(6, 5), "un quart de plus"),
    (Fraction(21, 20), "un peu plus"),
    (Fraction(19, 20), "proche"),
    (Fraction(5, 6), "un peu moins"),
    (Fraction(7, 10), "un quart de moins"),
    (Fraction(11, 20), "un tiers de moins"),
    (Fraction(1, 2), "près de moitié moins"),
    (Fraction(1, 3), "moins de la moitié"),
)
"""How a quotient reads above each of these, those below 1 included."""

_LE_MOINS = "moins du tiers"


class Sorte(StrEnum):
    """What a value is: only the way to print it depends on that."""

    TAUX = "taux"
    EUROS = "euros"
    NOMBRE = "nombre"
    INDICE = "indice"


class Mesure(Struct, frozen=True):
    """The published value of an indicator for a place, None when it is secret or missing.

    `millesime`: the year of the data, None when nothing says it. `lieu`: its cell.
    """

    _exacte: Fraction | None
    sorte: Sorte
    millesime: int | None = None
    lieu: Emplacement = field(default_factory=lambda: Emplacement(""))

    @property
    def source(self) -> str:
        """Its cell, as figures quote theirs."""
        return str(self.lieu)

    @property
    def connue(self) -> bool:
        """Whether a value is published."""
        return self._exacte is not None

    @property
    def affiche(self) -> str:
        """«47,2 %», «17 320 €», «1 240», «0,8», or that it is not published."""
        if self._exacte is None:
            return SECRET
        match self.sorte:
            case Sorte.TAUX:
                return format_pourcentage(self._exacte)
            case Sorte.EUROS:
                return format_euros(Fraction(round(self._exacte)))
            case Sorte.NOMBRE:
                return format_decimal(self._exacte, 0)
            case Sorte.INDICE:
                return format_decimal(self._exacte, 1)

    def agrees(self, autre: "Mesure") -> bool:
        """Whether two files say the same."""
        return self._exacte == autre._exacte

    def tell_ecart(self, repere: "Mesure | None") -> str:
        """How it reads beside a published value of the same year: «plus du double»."""
        if repere is None or self._exacte is None or not repere._exacte:
            return SANS_ECART
        if self.sorte is Sorte.NOMBRE:
            return SANS_ECART
        if None in {self.millesime, repere.millesime}:
            return "année non dite"
        if self.millesime != repere.millesime:
            return "autre millésime"
        quotient = self._exacte / repere._exacte
        return next((mots for seuil, mots in _ECARTS if _is_over(quotient, seuil)), _LE_MOINS)

    def _refuse(self, *_: object) -> NoReturn:
        raise TypeError("an indicator is neither added up nor averaged")

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _refuse
    __truediv__ = __rtruediv__ = __floordiv__ = __float__ = __int__ = __index__ = _refuse


def _is_over(quotient: Fraction, seuil: Fraction) -> bool:
    """Exactly twice is not «plus du double», and exactly half is not «moins de la moitié»."""
    return quotient > seuil if seuil > 1 else quotient >= seuil


class Insee(Struct, frozen=True):
    """What the files of INSEE say of the places of a year: by code of place, then of indicator."""

    mesures: Mapping[str, Mapping[str, Mesure]] = field(default_factory=dict)
    epci: Mapping[str, Mesure] = field(default_factory=dict)
    anciens: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The quartiers of 2015 that each quartier of 2024 comes from."""
    lus: tuple[Lu, ...] = ()
    laisses: tuple[Laisse, ...] = ()
