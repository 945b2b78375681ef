"""The names of a .docx's elements, and its main parts as trees."""

from collections.abc import Iterator
from posixpath import basename

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"

Element = etree._Element

_LECTEUR = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


def w(nom: str) -> str:
    """The qualified name of an element or attribute of Word's text."""
    return f"{{{W}}}{nom}"


def wp(nom: str) -> str:
    """The qualified name of an element that places a drawing."""
    return f"{{{WP}}}{nom}"


def local(element: Element) -> str:
    """The name of an element without its namespace; nothing for a comment."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def parse(contenu: bytes) -> Element:
    """The root of a part."""
    return etree.fromstring(contenu, _LECTEUR)


def serialise(racine: Element) -> bytes:
    """The bytes of a part."""
    return etree.tostring(racine, xml_declaration=True, encoding="UTF-8", standalone=True)


def find_part(parts: dict[str, bytes], nom: str) -> str | None:
    """The part of that name in the folder of the text; LibreOffice and Word both use «word»."""
    return next((p for p in parts if basename(p) == nom and p.count("/") == 1), None)


def paragraphes(racine: Element) -> Iterator[Element]:
    """The paragraphs of the body and of its tables, not those inside shapes."""
    for paragraphe in racine.iter(w("p")):
        if next(paragraphe.iterancestors(w("txbxContent")), None) is None:
            yield paragraphe
