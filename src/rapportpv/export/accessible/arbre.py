"""The tree of tags of a PDF: what each element is, what it holds, on which page it is."""

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

Tag = pikepdf.Object


def walk(element: Tag) -> Iterator[Tag]:
    """The element and all those below, each before what it holds."""
    pile = [element]
    while pile:
        courant = pile.pop()
        yield courant
        pile.extend(reversed(children(courant)))


def kids(element: Tag) -> list[Tag]:
    """All that an element holds, its own content too."""
    dedans = element.get("/K")
    if dedans is None:
        return []
    return list(dedans) if isinstance(dedans, Array) else [dedans]


def children(element: Tag) -> list[Tag]:
    """The elements that an element holds."""
    return [k for k in kids(element) if isinstance(k, Dictionary) and "/S" in k]


def set_kids(element: Tag, dedans: list[Tag]) -> None:
    """Give an element what it holds, and tell the elements so."""
    element.K = Array(dedans)
    for enfant in children(element):
        enfant.P = element


def drop(element: Tag) -> None:
    """Take an element out of what holds it."""
    parent = element.P
    parent.K = Array([k for k in kids(parent) if not _is_same(k, element)])


def genre(element: Tag) -> str:
    """What an element is: Figure, Table, or the name of a style."""
    return str(element.S)[1:]


def read_page(element: Tag) -> tuple[int, int] | None:
    """The page of an element, that of the first thing in it that has one."""
    for dedans in walk(element):
        page = dedans.get("/Pg")
        if page is not None:
            return page.objgen
    return None


def set_attribute(element: Tag, proprietaire: str, **valeurs: Any) -> None:
    """Add attributes of an owner to an element, beside those it has."""
    bloc = Dictionary(O=Name(f"/{proprietaire}"), **valeurs)
    avant = element.get("/A")
    if avant is None:
        element.A = bloc
    else:
        element.A = Array([*(avant if isinstance(avant, Array) else [avant]), bloc])


def read_attribute(element: Tag, nom: str) -> Tag | None:
    """An attribute of an element, whoever owns it."""
    blocs = element.get("/A")
    for bloc in blocs if isinstance(blocs, Array) else [blocs]:
        if isinstance(bloc, Dictionary) and nom in bloc:
            return bloc[nom]
    return None


def read_pages(pdf: Pdf) -> dict[str, int]:
    """The page of each bookmark, from 1, by its name as LibreOffice writes it."""
    rangs: dict[tuple[int, int], int] = {
        page.obj.objgen: rang for rang, page in enumerate(pdf.pages, start=1)
    }
    destinations = pdf.Root.get("/Dests") or Dictionary()
    pages: dict[str, int] = {}
    for nom, cible in destinations.items():
        if isinstance(cible, Array) and cible[0].objgen in rangs:
            pages[nom[1:]] = rangs[cible[0].objgen]
    return pages


def _is_same(un: Tag, autre: Tag) -> bool:
    return isinstance(un, Dictionary) and un.is_indirect and un.objgen == autre.objgen
