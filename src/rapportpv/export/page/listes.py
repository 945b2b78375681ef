"""Lines of lists, one in another as deep as they stand."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup
from msgspec import Struct

from rapportpv.export.page.blocs import Element, Liste


class Puce(Struct, frozen=True):
    """A paragraph that is a line of a list."""

    niveau: int
    numerotee: bool
    liste: str
    contenu: Markup


def nest(puces: Sequence[Puce]) -> Iterator[Liste]:
    """The lists that lines make: another begins where the list is another."""
    rang = 0
    while rang < len(puces):
        liste, rang = _take(puces, rang)
        yield liste


def _take(puces: Sequence[Puce], rang: int) -> tuple[Liste, int]:
    """The list that begins there, and where it ends."""
    premiere = puces[rang]
    elements: list[Element] = []
    while rang < len(puces) and puces[rang].niveau >= premiere.niveau:
        puce = puces[rang]
        if puce.niveau > premiere.niveau:
            sous, rang = _take(puces, rang)
            dernier = elements.pop()
            elements.append(Element(dernier.contenu, (*dernier.sous, sous)))
        elif (puce.numerotee, puce.liste) != (premiere.numerotee, premiere.liste):
            break
        else:
            elements.append(Element(puce.contenu))
            rang += 1
    return Liste(premiere.numerotee, tuple(elements)), rang
