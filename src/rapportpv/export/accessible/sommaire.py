"""Page numbers in the contents of a PDF: read from a first one, written for the next.

Only what lays the pages out knows their numbers, and LibreOffice does not compute those of a
table of contents. Each entry leads to a bookmark, and a PDF says the page of each bookmark.
"""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy

from msgspec import Struct, field

from rapportpv.export.accessible.ooxml import Element, local, paragraphes, w

_ATTENTE = "00"
"""Holds the room of a number until it is known, so that no line breaks when it is written."""

DEBUT = "_rapportpv_section_"
"""The bookmark where a section begins, before its rank."""


class Section(Struct):
    """Pages that are numbered together: from which number, and whether in plain figures."""

    premier: int | None = None
    decimale: bool = True


class Sommaire(Struct):
    """The contents of a document: the part they are in, their numbers, the sections."""

    part: str
    racine: Element
    numeros: list[tuple[str, Element]] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)

    def fill(self, pages: Mapping[str, int]) -> bool:
        """Write the number of the page of each bookmark; whether any of them changed."""
        rangs = range(len(self.sections))
        debuts = [pages.get(_encode(f"{DEBUT}{rang}")) for rang in rangs]
        change = False
        for ancre, texte in self.numeros:
            page = pages.get(_encode(ancre))
            numero = "" if page is None else _number(page, debuts, self.sections)
            change = change or texte.text != numero
            texte.text = numero
        return change


def open_sommaire(part: str, corps: Element) -> Sommaire | None:
    """The contents of a document, room made for the numbers; None without contents."""
    sommaire = Sommaire(part, corps)
    for lien in list(_list_liens(corps)):
        ancre = lien.get(w("anchor"))
        if ancre:
            sommaire.numeros.append((ancre, _make_room(lien)))
    if not sommaire.numeros:
        return None
    sommaire.sections = list(_open_sections(corps))
    return sommaire


def _encode(signet: str) -> str:
    """The name of a bookmark as LibreOffice writes it in a PDF."""
    return re.sub("[^A-Za-z0-9]", lambda signe: f"{ord(signe[0]):02X}", signet)


def _number(page: int, debuts: list[int | None], sections: list[Section]) -> str:
    """What is printed on that page of the PDF; nothing when it is not a plain number."""
    premier, depuis, decimale = 1, 1, True
    for debut, section in zip(debuts, sections, strict=True):
        if debut is None or debut > page:
            continue
        decimale = section.decimale
        if section.premier is not None:
            premier, depuis = section.premier, debut
    return str(premier + page - depuis) if decimale else ""


def _list_liens(corps: Element) -> Iterator[Element]:
    """The links inside the fields that make tables of contents, each in its paragraph."""
    pile: list[str] = []
    for element in corps.iter(w("fldChar"), w("instrText"), w("hyperlink")):
        nom = local(element)
        if nom == "hyperlink":
            if any(code.split()[:1] == ["TOC"] for code in pile):
                yield element
        elif nom == "instrText":
            if pile:
                pile[-1] += element.text or ""
        elif element.get(w("fldCharType")) == "begin":
            pile.append("")
        elif element.get(w("fldCharType")) == "end" and pile:
            pile.pop()


def _make_room(lien: Element) -> Element:
    """Put a tab and a number after the words of an entry, instead of what Word computed."""
    _strip_page(lien)
    modele = lien.find(f"{w('r')}/{w('rPr')}")
    run = lien.makeelement(w("r"))
    if modele is not None:
        run.append(deepcopy(modele))
    run.append(run.makeelement(w("tab")))
    texte = run.makeelement(w("t"))
    texte.text = _ATTENTE
    run.append(texte)
    lien.append(run)
    return texte


def _strip_page(lien: Element) -> None:
    """Remove the field of the page, and the tab before it."""
    runs = list(lien.iterchildren(w("r")))
    debut = next((i for i, r in enumerate(runs) if r.find(w("fldChar")) is not None), None)
    if debut is None:
        return
    if debut and runs[debut - 1].find(w("tab")) is not None:
        debut -= 1
    for run in runs[debut:]:
        lien.remove(run)


def _open_sections(corps: Element) -> Iterator[Section]:
    """The sections of the body, a bookmark put where each begins."""
    commence = True
    rang = 0
    racine = corps.find(w("body"))
    if racine is None:
        return
    for paragraphe in list(paragraphes(racine)):
        if commence:
            _put_signet(paragraphe, f"{DEBUT}{rang}", 10**6 + rang)
            commence = False
        fin = paragraphe.find(f"{w('pPr')}/{w('sectPr')}")
        if fin is not None:
            yield _read_section(fin)
            rang, commence = rang + 1, True
    derniere = racine.find(w("sectPr"))
    if not commence:
        yield Section() if derniere is None else _read_section(derniere)


def _read_section(proprietes: Element) -> Section:
    numeros = proprietes.find(w("pgNumType"))
    if numeros is None:
        return Section()
    premier = numeros.get(w("start"))
    return Section(
        int(premier) if premier and premier.isdigit() else None,
        numeros.get(w("fmt")) in (None, "decimal"),
    )


def _put_signet(paragraphe: Element, nom: str, numero: int) -> None:
    debut = paragraphe.makeelement(w("bookmarkStart"), {w("id"): str(numero), w("name"): nom})
    fin = paragraphe.makeelement(w("bookmarkEnd"), {w("id"): str(numero)})
    paragraphe.insert(0 if paragraphe.find(w("pPr")) is None else 1, debut)
    paragraphe.append(fin)
