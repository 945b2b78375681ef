"""The parts of a .docx fragment, once it is known to be safe to read."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct, field

from rapportpv.core.relations import Relation, read_relations, rels_of
from rapportpv.core.zip import ArchiveDemesureeError, ArchiveIllisibleError, read_zip
from rapportpv.texts.rules.pv608_texte_illisible import Refus

if TYPE_CHECKING:
    from lxml import etree

    Element: TypeAlias = etree._Element

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CHIFFRE = "EncryptedPackage".encode("utf-16-le")
_XML_MAX = 20 * 2**20  # a part larger than that is no section of a report
_TOTAL_MAX = 150 * 2**20  # with its pictures
_TYPES = "[Content_Types].xml"


class TexteRefuseError(Exception):
    """The file is no text that can be read; `raison` says why."""

    def __init__(self, raison: Refus) -> None:
        super().__init__(raison)
        self.raison: Refus = raison


class Paquet(Struct, frozen=True):
    """The parts of a fragment, by name, and which of them is the document."""

    parts: Mapping[str, bytes]
    document: str
    _relations: dict[str, Mapping[str, Relation]] = field(default_factory=dict)

    def find(self, genre: str) -> "Element | None":
        """The root of the document's part of that kind («styles», «footnotes»), if there is one."""
        for relation in self.relations(self.document).values():
            if relation.genre == genre and relation.cible in self.parts:
                return parse(self.parts[relation.cible])
        return None

    def name(self, genre: str) -> str:
        """The name of that part, or nothing."""
        siennes = self.relations(self.document).values()
        return next((r.cible for r in siennes if r.genre == genre), "")

    def relations(self, partie: str) -> Mapping[str, Relation]:
        """What a part leads to, by identifier."""
        if partie not in self._relations:
            self._relations[partie] = _read_relations(self.parts, partie)
        return self._relations[partie]


def open_paquet(octets: bytes, xml_max: int = _XML_MAX, total_max: int = _TOTAL_MAX) -> Paquet:
    """The parts of a .docx. Raises TexteRefuseError for what is not one, or is not safe."""
    if not octets:
        raise TexteRefuseError("vide")
    if octets.startswith(_OLE):
        raise TexteRefuseError("chiffre" if _CHIFFRE in octets else "inconnu")
    if not octets.startswith(b"PK"):
        raise TexteRefuseError("inconnu")
    try:
        parts = read_zip(octets, total_max)
    except ArchiveDemesureeError as cause:
        raise TexteRefuseError("trop_grand") from cause
    except ArchiveIllisibleError as cause:
        raise TexteRefuseError("abime") from cause
    _check(parts, xml_max)
    racine = _read_relations(parts, "").values()
    document = next((r.cible for r in racine if r.genre == "officeDocument"), "")
    if document not in parts:
        raise TexteRefuseError("inconnu" if _TYPES in parts else "abime")
    if not parse(parts[document]).tag.endswith("}document"):
        raise TexteRefuseError("inconnu")
    return Paquet(parts, document)


def parse(octets: bytes) -> "Element":
    """The root of a part. Raises TexteRefuseError when it is no XML."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        return etree.fromstring(octets, parser)
    except etree.XMLSyntaxError as cause:
        raise TexteRefuseError("abime") from cause


def nom(element: "Element") -> str:
    """The name of an element without its namespace, which has two forms."""
    return str(element.tag).rpartition("}")[2]


def attribut(element: "Element | None", cherche: str) -> str | None:
    """The attribute of that name, whatever its namespace."""
    if element is None:
        return None
    for cle, valeur in element.attrib.items():
        if str(cle).rpartition("}")[2] == cherche:
            return str(valeur)
    return None


def enfant(element: "Element | None", *chemin: str) -> "Element | None":
    """The first child of that name, then its own."""
    for cherche in chemin:
        if element is None:
            return None
        element = next((e for e in element if nom(e) == cherche), None)
    return element


def descendants(element: "Element", *noms: str) -> "Iterator[Element]":
    """The elements below, of those names."""
    return (e for e in element.iter() if nom(e) in noms)


def _check(parts: Mapping[str, bytes], xml_max: int) -> None:
    if b"macroEnabled" in parts.get(_TYPES, b"") or any("vbaProject" in p for p in parts):
        raise TexteRefuseError("macros")
    for partie, octets in parts.items():
        if partie.endswith((".xml", ".rels")):
            if len(octets) > xml_max:
                raise TexteRefuseError("trop_grand")
            if b"<!DOCTYPE" in octets or b"<!ENTITY" in octets:
                raise TexteRefuseError("dtd")


def _read_relations(parts: Mapping[str, bytes], partie: str) -> Mapping[str, Relation]:
    octets = parts.get(rels_of(partie))
    if not octets:
        return {}
    liens = parse(octets).iterchildren("{*}Relationship")
    try:
        return {relation.id: relation for relation in read_relations(partie, liens)}
    except ValueError as cause:
        raise TexteRefuseError("abime") from cause
