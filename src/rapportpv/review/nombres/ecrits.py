"""The amounts, shares, counts and dates of a text, as people write them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from fractions import Fraction

from msgspec.structs import replace

from rapportpv.core.chiffre import Unite
from rapportpv.french.jour import JourImpossibleError, read_jour
from rapportpv.french.lexique import normalise
from rapportpv.review.nombres.lettres import find_fractions, find_lettres
from rapportpv.review.nombres.masques import ANNEE, DATE, Masque, find_masques
from rapportpv.review.nombres.plis import plier
from rapportpv.texts.figures.nombres_ecrits import NombreEcrit

_PLEINS = dict.fromkeys(map(ord, "\u00a0\u202f\u2009\u2007"), " ")
_NOMBRE = re.compile(
    r"(?<![\w,.])(?P<signe>[-\u2212](?=\d))?"
    r"(?P<entier>\d{1,3}(?:(?P<sep>[ .'’])\d{3})(?:[ .'’]\d{3})*(?!\d)|\d+)"
    r"(?:(?P<virgule>[.,])(?P<decimales>\d+))?"
)
_UNITE = re.compile(
    r" ?(?:(?P<multiple>[kK](?= ?(?:€|EUR|euros?))|Md|M(?= ?(?:€|EUR|d[’']))"
    r"|milliers?\b|millions?\b|milliards?\b)(?: ?(?:d[’'] ?|de ))?)?"
    r" ?(?P<unite>€|euros?\b|EUR\b|%|pour[ -]cent\b|p\. ?100)?",
    re.IGNORECASE,
)
_ENVIRON = re.compile(
    r"(?:environ|pres d(?:e|es|u)|presque|plus d(?:e|es)|moins d(?:e|es)|quelques?|autour de|"
    r"de l'ordre de|a peine|quasiment|un peu (?:plus|moins) d(?:e|es)|avoisine(?:nt)?|"
    r"approche(?:nt)?|depasse(?:nt)?|quasi|~|≈|>|<)"
    r"(?: (?:les?|la|l'))? ?$"
)
_MULTIPLES = {"k": 10**3, "millier": 10**3, "m": 10**6, "million": 10**6, "md": 10**9}
_MULTIPLES |= {"milliard": 10**9}


class Genre(StrEnum):
    """What a number is, by what stands after it."""

    EUROS = "euros"
    NOMBRE = "nombre"
    POURCENTAGE = "pourcentage"
    DATE = "date"
    HORS_SUJET = "hors sujet"


class NombreLu(NombreEcrit, frozen=True):
    """A number of a text: its kind; the day that it is; what it is when it is no figure."""

    genre: Genre = Genre.NOMBRE
    jour: date | None = None
    quoi: str = ""

    @property
    def unite(self) -> Unite | None:
        """The unit that it is in, when it is in one."""
        figures = (Genre.EUROS, Genre.NOMBRE, Genre.POURCENTAGE)
        return Unite(self.genre.value) if self.genre in figures else None


def find_nombres(texte: str) -> list[NombreLu]:
    """Every number of a text, in its order, in digits and in words."""
    texte = texte.translate(_PLEINS)
    masques = sorted(find_masques(texte), key=lambda masque: masque.debut)
    trouves = list(_find_dates(texte))
    trouves += _apart(_find_fractions(texte), trouves)
    trouves += _apart(_find_chiffres(texte, masques), trouves)
    trouves += _apart(_find_lettres(texte), trouves)
    return sorted(trouves, key=lambda nombre: nombre.debut)


def find_years(texte: str) -> frozenset[int]:
    """The years that a text names."""
    return frozenset(int(n.valeur) for n in find_nombres(texte) if n.quoi == ANNEE)


def _apart(nouveaux: Iterable[NombreLu], pris: list[NombreLu]) -> list[NombreLu]:
    """Those that overlap none of the others."""
    bornes = sorted((n.debut, n.fin) for n in pris)
    libres = []
    for nombre in nouveaux:
        rang = bisect_left(bornes, (nombre.fin, 0))
        if rang == 0 or bornes[rang - 1][1] <= nombre.debut:
            libres.append(nombre)
    return libres


def _find_dates(texte: str) -> Iterator[NombreLu]:
    for trouve in DATE.finditer(texte):
        try:
            jour = read_jour(trouve[0])
        except JourImpossibleError:
            jour = None
        if jour is None and trouve["jour"] and int(trouve["jour"]) > 31:
            continue
        yield NombreLu(
            normalise(trouve[0]), Fraction(0), Fraction(1), *trouve.span(), False, Genre.DATE, jour
        )


def _find_fractions(texte: str) -> Iterator[NombreLu]:
    for debut, fin, valeur in find_fractions(texte):
        environ = _is_about(texte, debut)
        pas = Fraction(6) if environ else Fraction(5)  # «un tiers» is said of 30 to 36 %
        yield NombreLu(texte[debut:fin], valeur, pas, debut, fin, True, Genre.POURCENTAGE)


def _find_chiffres(texte: str, masques: list[Masque]) -> Iterator[NombreLu]:
    for trouve in _NOMBRE.finditer(texte):
        unite = _UNITE.match(texte, trouve.end())
        if unite is not None and not (unite["unite"] or unite["multiple"]):
            unite = None
        nombre = _make(texte, trouve, unite)
        masque = _mask_over(masques, trouve.start(), trouve.end())
        if masque is not None and nombre.genre is Genre.NOMBRE:
            nombre = replace(nombre, genre=Genre.HORS_SUJET, quoi=masque.quoi)
        yield nombre


def _make(texte: str, trouve: re.Match[str], unite: re.Match[str] | None) -> NombreLu:
    multiple = unite["multiple"] if unite else None
    facteur = _MULTIPLES.get((multiple or "").lower().rstrip("s"), 1)
    entier, decimales = re.sub(r"\D", "", trouve["entier"]), trouve["decimales"] or ""
    valeur = Fraction(int(entier + decimales), 10 ** len(decimales)) * facteur
    pas = Fraction(facteur, 10 ** len(decimales)) * (1 if decimales else _zeros(entier))
    fin = unite.end() if unite else trouve.end()
    return NombreLu(
        normalise(texte[trouve.start() : fin]),
        -valeur if trouve["signe"] else valeur,
        pas,
        trouve.start(),
        fin,
        _is_about(texte, trouve.start()),
        _read_genre(unite["unite"] if unite else None, multiple),
    )


def _find_lettres(texte: str) -> Iterator[NombreLu]:
    for debut, fin, valeur, grain in find_lettres(texte):
        unite = _UNITE.match(texte, fin)
        suite = unite if unite and unite["unite"] else _EUROS_DITS.match(texte, fin)
        jusque = suite.end() if suite else fin
        genre = _read_genre(suite["unite"] if suite else None, None)
        yield NombreLu(
            normalise(texte[debut:jusque]),
            Fraction(valeur),
            Fraction(max(grain, _zeros(str(valeur)) if grain > 1 else 1)),
            debut,
            jusque,
            _is_about(texte, debut),
            genre,
        )


_EUROS_DITS = re.compile(r" d[’'] ?(?P<unite>euros?)\b", re.IGNORECASE)


def _read_genre(unite: str | None, multiple: str | None) -> Genre:
    if unite is None:
        return Genre.EUROS if multiple and multiple.lower() in ("k", "md") else Genre.NOMBRE
    return Genre.EUROS if plier(unite)[:3] in ("€", "eur") else Genre.POURCENTAGE


def _mask_over(masques: list[Masque], debut: int, fin: int) -> Masque | None:
    return next((m for m in masques if m.debut < fin and debut < m.fin), None)


def _is_about(texte: str, debut: int) -> bool:
    """Whether the words before say that the number is not exact."""
    return bool(_ENVIRON.search(plier(texte[max(0, debut - 30) : debut])))


def _zeros(entier: str) -> int:
    """1000 for «392000»: what the last digit that is not a zero counts for."""
    return int(10 ** (len(entier) - len(entier.rstrip("0")))) if entier.strip("0") else 1
