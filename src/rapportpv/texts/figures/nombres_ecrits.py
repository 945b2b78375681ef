"""The amounts, shares and counts that somebody typed in a French sentence."""

import re
from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from rapportpv.french.lexique import fold, normalise
from rapportpv.french.typographie import round_half_up

_NOMBRE = (
    r"(?<![\w.,])(?P<entier>\d{1,3}(?:(?P<sep>[ .'’])\d{3})(?:(?P=sep)\d{3})*|\d+)"
    r"(?:(?P<virgule>[.,])(?P<decimales>\d+))?"
)
_MULTIPLES = {
    "k": 10**3,
    "millier": 10**3,
    "M": 10**6,
    "million": 10**6,
    "Md": 10**9,
    "milliard": 10**9,
}
_MONTANT = re.compile(
    _NOMBRE + r"(?: ?(?P<multiple>[kK](?=€|EUR| ?euros)|Md|M|[Mm]illier|[Mm]illion|[Mm]illiard)s?"
    r"(?: ?(?:d['’] ?|de ))?)? ?(?:€|[Ee]uros?\b|EUR\b)"
)
_PART = re.compile(_NOMBRE + r" ?(?:%|pour cent\b)")
_COMPTE = re.compile(_NOMBRE + r"(?= [^\W\d])")
_ENVIRON = re.compile(
    r"(?:environ|pres de|presque|plus de|moins de|quelque|autour de|de l'ordre de|a peine|~|≈) ?$"
)


class NombreEcrit(Struct, frozen=True):
    """A number as it was typed, how fine it is, and where it stands in its sentence."""

    texte: str
    valeur: Fraction
    pas: Fraction  # what its last digit that is not a zero counts for
    debut: int
    fin: int
    environ: bool

    def means(self, valeur: Fraction) -> bool:
        """Whether it is that value, exact or rounded as it is written."""
        if self.environ:
            return abs(valeur - self.valeur) < self.pas
        return Fraction(round_half_up(valeur / self.pas, 0)) * self.pas == self.valeur


def find_montants(phrase: str) -> Iterator[NombreEcrit]:
    """The amounts in euros: «5 955 889 €», «392 000 euros», «5,96 millions d’euros», «6 M€»."""
    return _find(_MONTANT, phrase)


def find_parts(phrase: str) -> Iterator[NombreEcrit]:
    """The shares: «73 %», «73,1 pour cent»."""
    return _find(_PART, phrase)


def find_comptes(phrase: str) -> Iterator[NombreEcrit]:
    """The whole numbers that stand before a word: «171 projets»."""
    return (n for n in _find(_COMPTE, phrase) if n.valeur.denominator == 1)


def _find(motif: re.Pattern[str], phrase: str) -> Iterator[NombreEcrit]:
    for trouve in motif.finditer(phrase):
        groupes = trouve.groupdict()
        multiple = _multiple(groupes.get("multiple") or "")
        entier, decimales = re.sub(r"\D", "", groupes["entier"]), groupes["decimales"] or ""
        valeur = Fraction(int(entier + decimales), 10 ** len(decimales)) * multiple
        pas = Fraction(multiple, 10 ** len(decimales)) * (1 if decimales else _zeros(entier))
        avant = fold(phrase[max(0, trouve.start() - 30) : trouve.start()])
        environ = bool(_ENVIRON.search(avant))
        yield NombreEcrit(normalise(trouve[0]), valeur, pas, trouve.start(), trouve.end(), environ)


def _multiple(mot: str) -> int:
    return _MULTIPLES.get(mot) or _MULTIPLES.get(mot.lower(), 1)


def _zeros(entier: str) -> int:
    """1000 for «392000»: what the last digit that is not a zero counts for."""
    return int(10 ** (len(entier) - len(entier.rstrip("0")))) if entier.strip("0") else 1
