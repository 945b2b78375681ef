"""The small XML parts of a package, as trees: no DTD in any encoding, no entity, no network."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from rapportpv.reading.classeur.refus import ClasseurRefuseError


class _SansDtd(ET.TreeBuilder):
    def doctype(self, *_: object) -> None:
        raise ClasseurRefuseError("dtd")


def read_arbre(xml: bytes) -> ET.Element | None:
    """The root of a part; None when it is not XML. Raises ClasseurRefuseError for a DTD."""
    analyseur = ET.XMLParser(target=_SansDtd())
    try:
        analyseur.feed(xml)
        racine: ET.Element = analyseur.close()
    except (ET.ParseError, ValueError, LookupError):
        return None
    return racine


def local(element: ET.Element) -> str:
    """The name of an element without its namespace: Strict and Transitional have two."""
    return str(element.tag).rpartition("}")[2]


def children(element: ET.Element | None, *chemin: str) -> Iterator[ET.Element]:
    """The elements below that have those local names, one a level."""
    if element is None:
        return
    for enfant in element:
        if local(enfant) == chemin[0]:
            if len(chemin) == 1:
                yield enfant
            else:
                yield from children(enfant, *chemin[1:])


def attribute(element: ET.Element, nom: str) -> str:
    """An attribute by its local name, whatever the namespace is bound to; empty without it."""
    if nom in element.attrib:
        return element.attrib[nom]
    return next((v for cle, v in element.attrib.items() if cle.rpartition("}")[2] == nom), "")


def is_true(valeur: str) -> bool:
    """Whether an attribute says yes."""
    return valeur.strip().lower() in {"1", "true", "on"}
