"""Words, dates and lists that print between the marks of their names, as figures do.

A mark is printed only where Jinja writes the value itself (`__html__`): a filter, a test or a
concatenation sees the plain words.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from markupsafe import Markup, escape

from rapportpv.french.typographie import format_date
from rapportpv.word.marques import Marques


class TexteMontre(str):
    """Words of the year that have a name: `seance.lieu`."""

    __slots__ = ("_marques", "_nom")

    _nom: str
    _marques: Marques

    def __html__(self) -> str:
        """The words as Jinja prints them."""
        return Markup(self._marques.name(self._nom, str(escape(str.__str__(self)))))


class Jour(date):
    """A date that prints in French; between its marks once it is named."""

    nom = ""
    marques: Marques | None = None

    def __str__(self) -> str:
        return format_date(self)

    def __html__(self) -> str:
        """The date as Jinja prints it."""
        return self.show(format_date)

    def show(self, forme: Callable[[date], str]) -> str:
        """The date in that form, between its marks."""
        texte = forme(self)
        return self.marques.name(self.nom, texte) if self.marques else texte


class ListeMontree(list[Any]):
    """A list that has a name: what `join` makes of it is printed between its marks."""

    nom = ""
    marques: Marques | None = None

    def show(self, texte: str) -> str:
        """The text made of the list, between its marks."""
        return self.marques.name(self.nom, texte) if self.marques and texte else texte


def name_texte(texte: str, nom: str, marques: Marques) -> TexteMontre:
    """The words under that name."""
    montre = TexteMontre(texte)
    montre._nom, montre._marques = nom, marques
    return montre


def name_jour(jour: date, nom: str, marques: Marques) -> Jour:
    """The date under that name."""
    montre = Jour(jour.year, jour.month, jour.day)
    montre.nom, montre.marques = nom, marques
    return montre


def name_liste(liste: Iterable[Any], nom: str, marques: Marques) -> ListeMontree:
    """The list under that name, and each of its texts under its rank."""
    montree = ListeMontree(
        name_texte(membre, f"{nom}.{rang}", marques) if type(membre) is str else membre
        for rang, membre in enumerate(liste, start=1)
    )
    montree.nom, montree.marques = nom, marques
    return montree
