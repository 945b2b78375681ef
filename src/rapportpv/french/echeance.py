"""Deadlines: a length of time as people write it, and the day that it leads to."""

import re
from calendar import monthrange
from datetime import date, timedelta

from msgspec import Struct

from rapportpv.french.lexique import fold

_DUREE = re.compile(r"(?P<nombre>\d{1,3}|[a-z -]+?)\s*(?P<unite>[a-z]+)")
_EN_MOIS = {"mois": 1, "an": 12, "ans": 12, "annee": 12, "annees": 12}
_EN_JOURS = {"jour": 1, "jours": 1, "semaine": 7, "semaines": 7}


class DureeIllisibleError(ValueError):
    """The text is no length of time."""


class Duree(Struct, frozen=True):
    """A length of time: months, which go from date to date, and days."""

    mois: int = 0
    jours: int = 0

    def after(self, jour: date) -> date:
        """The last day of a time that begins on that day."""
        return add_mois(jour, self.mois) + timedelta(days=self.jours)


def read_duree(texte: str) -> Duree:
    """«3 mois», «45 jours», «quarante-cinq jours», «un an». Raises DureeIllisibleError."""
    forme = _DUREE.fullmatch(fold(texte))
    if forme is None:
        raise DureeIllisibleError
    nombre = _read_nombre(forme["nombre"])
    unite = forme["unite"]
    if not nombre or unite not in _EN_MOIS | _EN_JOURS:
        raise DureeIllisibleError
    return Duree(nombre * _EN_MOIS.get(unite, 0), nombre * _EN_JOURS.get(unite, 0))


def _read_nombre(texte: str) -> int:
    """The number, in digits or in words; 0 for what is none."""
    if texte.isdecimal():
        return int(texte)
    from text_to_num import text2num  # only for a number that is written in words

    try:
        return int(text2num("un" if texte == "une" else texte, "fr"))
    except ValueError:
        return 0


def add_mois(jour: date, mois: int = 1) -> date:
    """The same day that many months later, or the last of the month when it has no such day."""
    annees, rang = divmod(jour.month - 1 + mois, 12)
    annee, numero = jour.year + annees, rang + 1
    return date(annee, numero, min(jour.day, monthrange(annee, numero)[1]))


def is_in_time(jour: date, limite: date) -> bool:
    """Whether the day is within the deadline: its last day is, the next one is not."""
    return jour <= limite
