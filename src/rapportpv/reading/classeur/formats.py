"""Number formats: by how much what is shown differs from what the cell holds."""

import re
from fractions import Fraction
from functools import lru_cache

from msgspec import Struct

_LITTERAUX = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_CHIFFRES = re.compile(r"[#0?]")
_MILLIERS_CACHES = re.compile(r"[0#?](,+)(?=[^0-9#?,]*$)")
_ZEROS_ECRITS = re.compile(r"[\s\u00a0\u202f.,]*((?:000[\s\u00a0\u202f]?)+)(?!\d)")
_UNITE = re.compile(
    r"\s*(k|m|kilo|million|millier|mille)s?\s*(?:€|euros?|eur|d)?(?![a-zà-ÿ])", re.I
)
_UNITES = {"k": 1000, "kilo": 1000, "mille": 1000, "millier": 1000, "m": 10**6, "million": 10**6}
_INTEGRES = {9: "0%", 10: "0.00%"}


class Format(Struct, frozen=True):
    """How a cell shows its number: `facteur` times what it holds, as a percentage or not."""

    code: str
    facteur: Fraction
    pourcent: bool = False


@lru_cache(maxsize=4096)
def read_format(code: str) -> Format | None:
    """The format, when what it shows is another number than what the cell holds; else None.

    «0%» shows a hundred times it, «#,##0,» a thousandth, «0" 000 €"» a thousand times.
    """
    positif = _section(code)
    nu = _LITTERAUX.sub("", positif)
    if not _CHIFFRES.search(nu):
        return None
    if "%" in nu:
        return Format(code, Fraction(100), pourcent=True)
    facteur = Fraction(_written(positif))
    if caches := _MILLIERS_CACHES.search(nu):
        facteur /= 1000 ** len(caches[1])
    return Format(code, facteur) if facteur != 1 else None


def builtin(numero: int) -> str:
    """The code of a format that a workbook names by number, where it matters here."""
    return _INTEGRES.get(numero, "")


def _section(code: str) -> str:
    """What is before the first «;» that is not quoted: the format of positive numbers."""
    cites = re.match(r'(?:"[^"]*"|\\.|[^;"\\])*', code)
    return cites[0] if cites else code


def _written(section: str) -> int:
    """What the words after the digits multiply by: « 000 €», « k€», « M€»."""
    dernier = max((m.end() for m in _CHIFFRES.finditer(_mask(section))), default=0)
    mots = re.sub(r'[\\"]|_.|\*.|\[[^\]]*\]', "", section[dernier:]).lstrip(",")
    if zeros := _ZEROS_ECRITS.match(mots):
        return int(10 ** zeros[1].count("0"))
    unite = _UNITE.match(mots)
    return _UNITES[unite[1].lower()] if unite else 1


def _mask(section: str) -> str:
    """The section, its literals made of dots, so that places stay."""
    return _LITTERAUX.sub(lambda lettres: "." * len(lettres[0]), section)
