"""A .docx that is read: its body, and what its parts say of styles, lists and pictures."""

from collections.abc import Iterator
from functools import cached_property
from posixpath import dirname, normpath

from msgspec import Struct

from rapportpv.core.zip import read_zip
from rapportpv.export.accessible.ooxml import Element, find_part, local, parse, w

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_DC = "{http://purl.org/dc/elements/1.1/}"
_EFFACES = frozenset({"del", "moveFrom", "Fallback", "pict", "object"})


class Style(Struct, frozen=True):
    """A style of paragraph: its name in English, its level in the plan, its list."""

    nom: str
    niveau: int | None = None
    liste: tuple[str, int] | None = None


def a(nom: str) -> str:
    """The qualified name of an element that draws."""
    return f"{{{A}}}{nom}"


def c(nom: str) -> str:
    """The qualified name of an element of a chart."""
    return f"{{{C}}}{nom}"


def wps(nom: str) -> str:
    """The qualified name of an element of a shape."""
    return f"{{{WPS}}}{nom}"


def r(nom: str) -> str:
    """The qualified name of an attribute that names a relation."""
    return f"{{{R}}}{nom}"


def read_entier(element: Element | None, attribut: str, defaut: int = 0) -> int:
    """The whole number that an attribute says."""
    valeur = None if element is None else element.get(attribut)
    try:
        return int(valeur) if valeur else defaut
    except ValueError:
        return defaut


def walk(element: Element) -> Iterator[Element]:
    """The elements below one, in their order, but for what was deleted or stands for another."""
    for enfant in element:
        if local(enfant) not in _EFFACES:
            yield enfant
            yield from walk(enfant)


class Docx:
    """A document, each part read once."""

    def __init__(self, contenu: bytes) -> None:
        self.parts = read_zip(contenu)
        self.nom = find_part(self.parts, "document.xml") or "word/document.xml"
        self.racine = parse(self.parts[self.nom])

    @property
    def corps(self) -> Element:
        """The body."""
        return self.racine[0]

    def part(self, nom: str) -> Element | None:
        """The root of a part beside the document, when there is one."""
        chemin = find_part(self.parts, nom)
        return None if chemin is None else parse(self.parts[chemin])

    @cached_property
    def relations(self) -> dict[str, str]:
        """What each relation of the document leads to: a part, or an address outside."""
        dossier, nom = dirname(self.nom), self.nom.rpartition("/")[2]
        rels = self.parts.get(f"{dossier}/_rels/{nom}.rels")
        if rels is None:
            return {}
        return {
            lien.get("Id", ""): lien.get("Target", "")
            if lien.get("TargetMode") == "External"
            else _locate(dossier, lien.get("Target", ""))
            for lien in parse(rels)
            if local(lien) == "Relationship"
        }

    @cached_property
    def styles(self) -> dict[str, Style]:
        """The styles of paragraphs, with what they take from those that they are based on."""
        racine = self.part("styles.xml")
        if racine is None:
            return {}
        bruts = {style.get(w("styleId"), ""): style for style in racine.iter(w("style"))}
        return {nom: _read_style(style, bruts) for nom, style in bruts.items()}

    def style_of(self, paragraphe: Element) -> Style:
        """The style of a paragraph."""
        dit = paragraphe.find(f"{w('pPr')}/{w('pStyle')}")
        nom = "" if dit is None else dit.get(w("val"), "")
        return self.styles.get(nom) or Style(nom.lower())

    @cached_property
    def numerotees(self) -> dict[tuple[str, int], bool]:
        """Whether each level of each list is numbered."""
        racine = self.part("numbering.xml")
        if racine is None:
            return {}
        abstraites = {n.get(w("abstractNumId")): n for n in racine.iter(w("abstractNum"))}
        lues: dict[tuple[str, int], bool] = {}
        for num in racine.iter(w("num")):
            lien = num.find(w("abstractNumId"))
            modele = None if lien is None else abstraites.get(lien.get(w("val")))
            for niveau in () if modele is None else modele.iter(w("lvl")):
                forme = niveau.find(w("numFmt"))
                puce = forme is None or forme.get(w("val")) in {"bullet", "none"}
                lues[num.get(w("numId"), ""), read_entier(niveau, w("ilvl"))] = not puce
        return lues

    def propriete(self, nom: str) -> str:
        """A property of the document: its title, or its author."""
        coeur = self.parts.get("docProps/core.xml")
        trouve = None if coeur is None else parse(coeur).find(_DC + nom)
        return "" if trouve is None else " ".join((trouve.text or "").split())


def _locate(dossier: str, cible: str) -> str:
    return cible[1:] if cible.startswith("/") else normpath(f"{dossier}/{cible}")


def _read_style(style: Element, bruts: dict[str, Element]) -> Style:
    nom = style.find(w("name"))
    niveau: int | None = None
    liste: tuple[str, int] | None = None
    lu: Element | None = style
    for _ in range(len(bruts)):
        if lu is None:
            break
        proprietes = lu.find(w("pPr"))
        if proprietes is not None:
            plan = proprietes.find(w("outlineLvl"))
            niveau = read_entier(plan, w("val")) if niveau is None and plan is not None else niveau
            liste = liste or read_liste(proprietes)
        base = lu.find(w("basedOn"))
        lu = None if base is None else bruts.get(base.get(w("val"), ""))
    return Style("" if nom is None else nom.get(w("val"), "").lower(), niveau, liste)


def read_liste(proprietes: Element) -> tuple[str, int] | None:
    """The list that a paragraph or a style is of, and how deep in it."""
    numero = proprietes.find(w("numPr"))
    if numero is None:
        return None
    liste, niveau = numero.find(w("numId")), numero.find(w("ilvl"))
    if liste is None:
        return None
    return liste.get(w("val"), ""), read_entier(niveau, w("val"))
