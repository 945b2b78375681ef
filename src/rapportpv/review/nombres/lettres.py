"""Numbers written in words: «cent trente-deux», «six millions», «les trois quarts»."""

import re
from collections.abc import Iterator
from fractions import Fraction

from rapportpv.review.nombres.plis import plier

_UNITES = "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
_AUTRES = (
    "vingt vingts trente quarante cinquante soixante septante octante nonante cent cents mille"
)
_MOT = rf"(?:{'|'.join((*_UNITES.split(), *_AUTRES.split(), 'millions?', 'milliards?'))})"
_SUITE = re.compile(
    rf"\b(?:une? (?=millions?\b|milliards?\b))?{_MOT}(?:(?:[ -]et)?[ -](?:une?\b|{_MOT}))*\b"
)
_PARTIES = {
    "moitie": Fraction(50),
    "tiers": Fraction(100, 3),
    "quart": Fraction(25),
    "quarts": Fraction(25),
    "cinquieme": Fraction(20),
    "cinquiemes": Fraction(20),
    "dixieme": Fraction(10),
    "dixiemes": Fraction(10),
}
_FRACTION = re.compile(
    r"\b(?:(?:la )?(?P<seule>moitie)"
    r"|(?P<nombre>un|deux|trois|quatre|sept|neuf|1|2|3|4) "
    r"(?P<partie>tiers|quarts?|cinquiemes?|dixiemes?))\b(?!-)(?! (?:d'heure|de siecle|d'euro))"
)
_COMBIEN = {"un": 1, "deux": 2, "trois": 3, "quatre": 4, "sept": 7, "neuf": 9}


def find_lettres(texte: str) -> Iterator[tuple[int, int, int, int]]:
    """Each number in words: where it begins and ends, what it is worth, how fine it is."""
    plie = plier(texte)
    for trouve in _SUITE.finditer(plie):
        valeur = None if _is_name(texte, *trouve.span()) else _read(trouve[0])
        if valeur is not None:
            yield trouve.start(), trouve.end(), valeur, _grain(trouve[0])


def find_fractions(texte: str) -> Iterator[tuple[int, int, Fraction]]:
    """Each simple fraction, in percent: «les trois quarts» is 75."""
    for trouve in _FRACTION.finditer(plier(texte)):
        partie = _PARTIES[trouve["seule"] or trouve["partie"]]
        nombre = trouve["nombre"] or "1"
        combien = int(nombre) if nombre.isdecimal() else _COMBIEN[nombre]
        if partie * combien <= 100:
            yield trouve.start(), trouve.end(), partie * combien


def _is_name(texte: str, debut: int, fin: int) -> bool:
    """Whether the word is somebody's surname: «MILLE Robert»."""
    return texte[debut:fin].isupper() and texte[fin : fin + 3].strip().istitle()


def _read(mots: str) -> int | None:
    from text_to_num import text2num

    try:
        return int(text2num(mots, "fr"))
    except (ValueError, AttributeError):
        return None


def _grain(mots: str) -> int:
    """What the last word counts for: 1 000 000 for «six millions», 1 for «cent trente-deux»."""
    dernier = mots.rsplit(maxsplit=1)[-1].rpartition("-")[2].rstrip("s")
    return {"million": 10**6, "milliard": 10**9}.get(dernier, 1)
