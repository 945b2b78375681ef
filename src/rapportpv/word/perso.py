"""The document's custom properties, which word processors keep: ours begin with «rapportpv.»."""

from collections.abc import Mapping

from lxml import etree

from rapportpv.core.zip import TYPES
from rapportpv.word.ooxml import PAQUET, RELATIONS, TYPES_MIME, Element, parse, serialise

PERSO = "docProps/custom.xml"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_RELATION = f"{RELATIONS}/custom-properties"
_FMTID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def read_perso(parts: Mapping[str, bytes]) -> dict[str, str]:
    """The custom properties by name; none when the part is missing or is no XML."""
    try:
        racine = parse(parts[PERSO])
    except (KeyError, etree.XMLSyntaxError):
        return {}
    return {
        propriete.get("name", ""): propriete[0].text or "" for propriete in racine if len(propriete)
    }


def write_perso(parts: Mapping[str, bytes], valeurs: Mapping[str, str]) -> dict[str, bytes]:
    """The parts with those properties, others as they were; the part is declared."""
    ecrites = dict(parts)
    racine = parse(parts[PERSO]) if PERSO in parts else _new()
    for nom, valeur in valeurs.items():
        _find(racine, nom)[0].text = valeur
    ecrites[PERSO] = serialise(racine)
    _declare(ecrites)
    return ecrites


def _find(racine: Element, nom: str) -> Element:
    """The property of that name, a new one if need be."""
    for propriete in racine:
        if propriete.get("name") == nom and len(propriete):
            return propriete
    pids = [int(p.get("pid") or 1) for p in racine]
    propriete = etree.SubElement(racine, f"{{{_CUSTOM}}}property")
    propriete.attrib.update({"fmtid": _FMTID, "pid": str(max([1, *pids]) + 1), "name": nom})
    etree.SubElement(propriete, f"{{{_VT}}}lpwstr")
    return propriete


def _new() -> Element:
    return parse(f'<Properties xmlns="{_CUSTOM}" xmlns:vt="{_VT}"/>'.encode())


def _declare(parts: dict[str, bytes]) -> None:
    """Name the custom properties in the content types and in the package's relationships."""
    types = parse(parts[TYPES])
    if not any(e.get("PartName") == f"/{PERSO}" for e in types):
        etree.SubElement(
            types, f"{{{TYPES_MIME}}}Override", PartName=f"/{PERSO}", ContentType=_TYPE
        )
        parts[TYPES] = serialise(types)
    relations = parse(parts["_rels/.rels"])
    if not any(e.get("Type") == _RELATION for e in relations):
        pris = {e.get("Id") for e in relations}
        libre = next(f"rId{n}" for n in range(1, len(pris) + 2) if f"rId{n}" not in pris)
        etree.SubElement(
            relations, f"{{{PAQUET}}}Relationship", Id=libre, Type=_RELATION, Target=PERSO
        )
        parts["_rels/.rels"] = serialise(relations)
