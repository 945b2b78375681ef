"""Days as people type them, read into dates or refused."""

import re
from datetime import date, datetime, timedelta

from rapportpv.french.lexique import fold
from rapportpv.french.typographie import MOIS

_HEURE = r"(?:[ t]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?"
_FORMES = tuple(
    re.compile(forme + _HEURE)
    for forme in (
        r"(?P<jour>\d{1,2})(?P<sep>[/.-])(?P<mois>\d{1,2})(?P=sep)(?P<annee>\d{4}|\d{2})",
        r"(?P<annee>\d{4})(?P<sep>[/.-])(?P<mois>\d{1,2})(?P=sep)(?P<jour>\d{1,2})",
        r"(?:[a-z]+\.?,? )?(?P<jour>\d{1,2})(?:er)? (?P<mois>[a-z]{3,})\.? (?P<annee>\d{4})",
    )
)
_MOIS = tuple(fold(mois) for mois in MOIS)
_EPOQUE = date(1899, 12, 30)  # day 0 of Excel, for dates after February 1900
_ANNEES = range(1950, 2101)  # outside, a slip of the finger: 0203, 3023


class JourImpossibleError(ValueError):
    """The value is no day: unreadable, or not in the calendar."""


def read_jour(valeur: object) -> date | None:
    """The day; None for an empty cell or a dash. Raises JourImpossibleError.

    A number is a day too: it is what remains of a date in a cell formatted as a number.
    """
    jour = _read(valeur)
    if jour is not None and jour.year not in _ANNEES:
        raise JourImpossibleError
    return jour


def _read(valeur: object) -> date | None:
    if isinstance(valeur, datetime):
        return valeur.date()
    if valeur is None or isinstance(valeur, date):
        return valeur
    if isinstance(valeur, int | float) and not isinstance(valeur, bool):
        return _read_numero(valeur)
    if isinstance(valeur, str):
        texte = fold(valeur)
        return None if texte in {"", "-", "\u2013", "\u2014"} else _read_texte(texte)
    raise JourImpossibleError


def _read_numero(numero: float) -> date:
    try:
        return _EPOQUE + timedelta(days=int(numero))
    except (OverflowError, ValueError):
        raise JourImpossibleError from None


def _read_texte(texte: str) -> date:
    if texte.isdecimal() and len(texte) == 5:
        return _read_numero(int(texte))
    forme = next((trouvee for f in _FORMES if (trouvee := f.fullmatch(texte))), None)
    if forme is None:
        raise JourImpossibleError
    annee = int(forme["annee"])
    try:
        return date(
            annee + 2000 if annee < 100 else annee, _month(forme["mois"]), int(forme["jour"])
        )
    except ValueError:
        raise JourImpossibleError from None


def _month(texte: str) -> int:
    """The month from its number, its name, or the beginning of its name when only one has it."""
    if texte.isdecimal():
        return int(texte)
    numeros = [n for n, mois in enumerate(_MOIS, start=1) if mois.startswith(texte)]
    return numeros[0] if len(numeros) == 1 else 0
