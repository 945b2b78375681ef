"""The vocabulary of WordprocessingML: namespaces, and small builders over lxml."""

from collections.abc import Iterator
from functools import cache
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PAQUET = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES_MIME = "http://schemas.openxmlformats.org/package/2006/content-types"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
R_ID = f"{{{RELATIONS}}}id"
_PREFIXES = {"w": W, "r": RELATIONS, "wp": WP, "a": A, "pic": PIC}
_ESPACES = " ".join(f'xmlns:{prefixe}="{espace}"' for prefixe, espace in _PREFIXES.items())


@cache
def w(nom: str) -> str:
    """The qualified name of a WordprocessingML element or attribute."""
    return f"{{{W}}}{nom}"


@cache
def c(nom: str) -> str:
    """The qualified name of a chart element."""
    return f"{{{C}}}{nom}"


_T, _TAB, _BR, _TRAIT = map(w, ("t", "tab", "br", "noBreakHyphen"))
_PPR, _PSTYLE, _VAL = map(w, ("pPr", "pStyle", "val"))


def parse(contenu: bytes) -> Element:
    """The root of an XML part; no entity is resolved, nothing is fetched."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=False)
    return etree.fromstring(contenu, parser)


def serialise(racine: Element) -> bytes:
    """The bytes of an XML part, as Word writes them."""
    return etree.tostring(racine, xml_declaration=True, encoding="UTF-8", standalone=True)


def make(nom: str, *enfants: Element, **attributs: str) -> Element:
    """A WordprocessingML element, its attributes in the same namespace."""
    element = etree.Element(w(nom), nsmap={"w": W})
    for attribut, valeur in attributs.items():
        element.set(w(attribut), valeur)
    element.extend(enfants)
    return element


def make_all(xml: str) -> list[Element]:
    """The elements of a piece of XML in the usual prefixes: w, r, wp, a, pic."""
    return list(parse(f"<w:x {_ESPACES}>{xml}</w:x>".encode()))


def make_texte(texte: str) -> Element:
    """A `w:t` that keeps its spaces."""
    element = make("t")
    element.text = texte
    element.set(XML_SPACE, "preserve")
    return element


def flatten(racine: Element) -> str:
    """The visible text under an element, tabs and line breaks as spaces."""
    morceaux = []
    for element in racine.iter(_T, _TAB, _BR, _TRAIT):
        tag = element.tag
        if tag == _T:
            morceaux.append(element.text or "")
        elif tag == _TRAIT:
            morceaux.append("\u2011")
        elif next(element.iterancestors(w("tabs")), None) is None:  # a tab, not a tab stop
            morceaux.append(" ")
    return "".join(morceaux)


def ancestor(element: Element, *noms: str) -> Element | None:
    """The nearest element around this one with one of those qualified names."""
    return next(element.iterancestors(*noms), None)


def child(element: Element | None, nom: str) -> Element | None:
    """The first child of that qualified name; `find` is three times slower, for it reads paths."""
    return None if element is None else next(element.iterchildren(nom), None)


def style_of(paragraphe: Element) -> str | None:
    """The id of a paragraph's style."""
    style = child(child(paragraphe, _PPR), _PSTYLE)
    return None if style is None else style.get(_VAL, "")


def controls_around(element: Element) -> Iterator[Element]:
    """The content controls around an element, the nearest first."""
    return element.iterancestors(w("sdt"))


def tag_of(controle: Element) -> str | None:
    """The tag of a content control."""
    tag = controle.find(f"{w('sdtPr')}/{w('tag')}")
    return None if tag is None else tag.get(w("val"))
