"""What was generated, remembered in the document: a custom XML part, which word processors keep."""

import posixpath
from collections.abc import Mapping

from lxml import etree
from msgspec import Struct

from rapportpv.core.relations import Relation
from rapportpv.word.attente import Attente
from rapportpv.word.ooxml import RELATIONS, Element, parse, serialise
from rapportpv.word.paquet import Paquet
from rapportpv.word.regions import Ancre, Genre, Region, list_ancres
from rapportpv.word.releves import digest, mask, read_contenu
from rapportpv.word.reperage import locate

_ESPACE = "urn:rapportpv:regions:1"
_TYPE = f"{RELATIONS}/customXml"
_TYPE_PROPRIETES = f"{RELATIONS}/customXmlProps"
_MIME = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_DS = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_GUID = "{6B1F0C52-3B1E-4C57-9C0B-7D6A52F1E0A4}"
_PART = "customXml/item1.xml"


class Souvenir(Struct, frozen=True):
    """A region as it was generated: its anchor, and the digest of what it said."""

    ancre: Ancre
    empreinte: str


Memoire = Mapping[str, Souvenir]
"""What is remembered, by bookmark."""


def remember(paquet: Paquet, racines: Mapping[str, Element], attente: Attente) -> None:
    """Write into a document that was just made what its regions say."""
    ancres = [ancre for racine in racines.values() for ancre in list_ancres(racine)]
    regions = locate(racines, ancres).regions
    write_memoire(paquet, note(regions, paquet, attente))


def note(
    regions: Mapping[str, Region], paquet: Paquet, attente: Attente | None = None
) -> dict[str, Souvenir]:
    """What those regions say now."""
    masques = mask(regions)
    return {
        nom: Souvenir(region.ancre, digest(read_contenu(region, paquet, masques, attente)))
        for nom, region in regions.items()
    }


def read_memoire(paquet: Paquet) -> Memoire | None:
    """What a document remembers; None when it has no memory of ours."""
    part = _find(paquet)
    if part is None:
        return None
    souvenirs = {}
    for element in parse(paquet.parts[part]).iterchildren(f"{{{_ESPACE}}}region"):
        nom, genre = element.get("signet", ""), element.get("genre", "")
        if nom and genre in {*Genre}:
            ancre = Ancre(nom, element.get("nom", ""), Genre(genre))
            souvenirs[nom] = Souvenir(ancre, element.get("empreinte", ""))
    return souvenirs


def write_memoire(paquet: Paquet, souvenirs: Mapping[str, Souvenir]) -> None:
    """Put what is remembered into the document, in place of what it remembered before."""
    racine = parse(f'<regions xmlns="{_ESPACE}"/>'.encode())
    for souvenir in souvenirs.values():
        ancre = souvenir.ancre
        etree.SubElement(
            racine,
            f"{{{_ESPACE}}}region",
            {
                "signet": ancre.signet,
                "nom": ancre.nom,
                "genre": ancre.genre.value,
                "empreinte": souvenir.empreinte,
            },
        )
    part = _find(paquet) or _add(paquet)
    paquet.parts[part] = serialise(racine)


def _find(paquet: Paquet) -> str | None:
    for part in paquet.related(paquet.document, "customXml"):
        try:
            if parse(paquet.parts[part]).tag == f"{{{_ESPACE}}}regions":
                return part
        except (KeyError, etree.XMLSyntaxError):
            continue
    return None


def _add(paquet: Paquet) -> str:
    """A new custom XML part, with the properties that Word asks of one."""
    part = paquet.free_name(_PART)
    proprietes = posixpath.join(
        posixpath.dirname(part), posixpath.basename(part).replace("item", "itemProps")
    )
    paquet.parts[part] = b""
    paquet.parts[proprietes] = _proprietes()
    paquet.types[proprietes] = _MIME
    paquet.relations[part] = [Relation("rId1", _TYPE_PROPRIETES, proprietes)]
    paquet.relate(paquet.document, _TYPE, part)
    return part


def _proprietes() -> bytes:
    racine = etree.Element(f"{{{_DS}}}datastoreItem", nsmap={"ds": _DS})
    racine.set(f"{{{_DS}}}itemID", _GUID)
    references = etree.SubElement(racine, f"{{{_DS}}}schemaRefs")
    etree.SubElement(references, f"{{{_DS}}}schemaRef", {f"{{{_DS}}}uri": _ESPACE})
    return serialise(racine)
