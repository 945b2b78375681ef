"""Pictures, charts and drawings: what each is called, and a digest of what it shows.

The digest is of what a person sees, not of the XML, which every word processor writes anew.
"""

import hashlib
from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from rapportpv.core.comparaison import Objet
from rapportpv.review.comparaison.texte import AUTRES_FORMES
from rapportpv.word.ooxml import R_ID, RELATIONS, WP, A, Element, c, parse, w
from rapportpv.word.paquet import Paquet

_BOITE = w("txbxContent")
_GROUPE = "wgp"
_IMAGE = (f"{{{RELATIONS}}}embed", f"{{{RELATIONS}}}link", R_ID)
_FORMES = frozenset(("path", "prstGeom", "pt", "srgbClr", "schemeClr"))


class Figure(Struct, frozen=True):
    """What a picture, a chart or a drawing is, as it is told; `boite` is the text of a text box."""

    objet: Objet
    nom: str
    empreinte: str
    boite: Element | None = None


def read_figure(element: Element, paquet: Paquet, part: str) -> Figure:
    """What stands at an object."""
    vu = _first_form(element)
    nom = _name(vu)
    if (graphique := next(vu.iter(c("chart")), None)) is not None:
        relation = paquet.by_id(part, graphique.get(R_ID))
        contenu = paquet.parts.get(relation.cible, b"") if relation else b""
        return Figure(Objet.GRAPHIQUE, nom, _digest(_list_points(contenu)))
    boites = [b for b in vu.iter(_BOITE) if not any(a.tag == _BOITE for a in b.iterancestors())]
    groupe = any(etree.QName(e).localname == _GROUPE for e in vu.iter(etree.Element))
    if len(boites) == 1 and not groupe:
        return Figure(Objet.DESSIN, nom, "", boites[0])
    if boites or groupe:
        return Figure(Objet.DESSIN, nom, _digest(_list_shapes(vu)))
    return Figure(Objet.IMAGE, nom, _digest(_list_images(vu, paquet, part)))


def _first_form(element: Element) -> Element:
    """The first of the forms that an object has: the others are for older programs."""
    if element.tag != AUTRES_FORMES:
        return element
    return next(element.iterchildren(etree.Element), element)


def _name(element: Element) -> str:
    """What an object is called: its title, else its alternative text, else its name."""
    proprietes = next(element.iter(f"{{{WP}}}docPr"), None)
    if proprietes is None:
        return ""
    dits = (proprietes.get(attribut, "") for attribut in ("title", "descr", "name"))
    return next(filter(None, dits), "")


def _list_points(contenu: bytes) -> Iterator[str]:
    """The titles, the categories and the values that a chart shows."""
    try:
        racine = parse(contenu)
    except etree.XMLSyntaxError:
        return
    for element in racine.iter(etree.Element):
        nom = etree.QName(element).localname
        if nom.endswith("Chart") or nom == "ser":
            yield nom
        elif nom in ("v", "t"):
            yield f"{nom} {(element.text or '').strip()}"


def _list_shapes(element: Element) -> Iterator[str]:
    """The words and the outlines of a drawing."""
    for fils in element.iter(etree.Element):
        nom = etree.QName(fils).localname
        if fils.tag in (w("t"), f"{{{A}}}t"):
            yield f"t {fils.text or ''}"
        elif nom in _FORMES:
            yield f"{nom} {_list_attributes(fils)}"


def _list_attributes(element: Element) -> str:
    return " ".join(f"{nom}={valeur}" for nom, valeur in sorted(map(_decode, element.items())))


def _decode(attribut: tuple[object, object]) -> tuple[str, str]:
    nom, valeur = (str(v) for v in attribut)
    return nom, valeur


def _list_images(element: Element, paquet: Paquet, part: str) -> Iterator[str]:
    for fils in element.iter(etree.Element):
        for attribut in _IMAGE:
            relation = paquet.by_id(part, fils.get(attribut)) if fils.get(attribut) else None
            if relation is not None:
                contenu = paquet.parts.get(relation.cible, relation.cible.encode())
                yield hashlib.sha256(contenu).hexdigest()


def _digest(morceaux: Iterator[str]) -> str:
    return hashlib.sha256("\n".join(morceaux).encode()).hexdigest()
