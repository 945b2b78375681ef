"""The zip that a .docx is: stamped, so that an edit shows."""

import hashlib
from collections.abc import Mapping

from lxml import etree

from rapportpv.core.zip import TYPES, ArchiveIllisibleError, read_zip, write_zip
from rapportpv.word.ooxml import PAQUET, RELATIONS, TYPES_MIME, Element, parse, serialise

__all__ = (
    "EMPREINTE",
    "PERSO",
    "TYPES",
    "ArchiveIllisibleError",
    "freeze",
    "is_untouched",
    "read_zip",
    "stamp",
    "write_zip",
)

PERSO = "docProps/custom.xml"
EMPREINTE = "rapportpv.empreinte"
_RIEN = "0" * 64  # stands for the digest while it is being computed
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_TYPE_PERSO = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_RELATION_PERSO = f"{RELATIONS}/custom-properties"
_FMTID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def freeze(contenu: bytes) -> bytes:
    """The same parts in an archive that holds no date."""
    return write_zip(read_zip(contenu))


def stamp(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts, with the digest of them all as a custom property of the document."""
    marquees = dict(parts)
    marquees[PERSO] = _set_empreinte(parts.get(PERSO), _RIEN)
    _declare_perso(marquees)
    marquees[PERSO] = _set_empreinte(marquees[PERSO], _digest(marquees))
    return marquees


def is_untouched(contenu: bytes) -> bool:
    """Whether the document is exactly as it was stamped."""
    try:
        parts = read_zip(contenu)
        racine = parse(parts[PERSO])
        empreinte = _propriete(racine)[0].text
        parts[PERSO] = _set_empreinte(parts[PERSO], _RIEN)
    except (ArchiveIllisibleError, LookupError, etree.XMLSyntaxError):
        return False
    return empreinte == _digest(parts)


def _digest(parts: Mapping[str, bytes]) -> str:
    somme = hashlib.sha256()
    for nom in sorted(parts):
        somme.update(f"{nom}\0{len(parts[nom])}\0".encode())
        somme.update(parts[nom])
    return somme.hexdigest()


def _propriete(racine: Element) -> Element:
    for propriete in racine:
        if propriete.get("name") == EMPREINTE:
            return propriete
    raise KeyError(EMPREINTE)


def _set_empreinte(perso: bytes | None, empreinte: str) -> bytes:
    racine = parse(perso) if perso else _new_perso()
    try:
        propriete = _propriete(racine)
    except KeyError:
        pids = [int(p.get("pid") or 1) for p in racine]
        propriete = etree.SubElement(racine, f"{{{_CUSTOM}}}property")
        propriete.attrib.update(
            {"fmtid": _FMTID, "pid": str(max([1, *pids]) + 1), "name": EMPREINTE}
        )
        etree.SubElement(propriete, f"{{{_VT}}}lpwstr")
    propriete[0].text = empreinte
    return serialise(racine)


def _new_perso() -> Element:
    return parse(f'<Properties xmlns="{_CUSTOM}" xmlns:vt="{_VT}"/>'.encode())


def _declare_perso(parts: dict[str, bytes]) -> None:
    """Name the custom properties in the content types and in the package's relationships."""
    types = parse(parts[TYPES])
    if not any(e.get("PartName") == f"/{PERSO}" for e in types):
        etree.SubElement(
            types, f"{{{TYPES_MIME}}}Override", PartName=f"/{PERSO}", ContentType=_TYPE_PERSO
        )
        parts[TYPES] = serialise(types)
    relations = parse(parts["_rels/.rels"])
    if not any(e.get("Type") == _RELATION_PERSO for e in relations):
        pris = {e.get("Id") for e in relations}
        libre = next(f"rId{n}" for n in range(1, len(pris) + 2) if f"rId{n}" not in pris)
        etree.SubElement(
            relations, f"{{{PAQUET}}}Relationship", Id=libre, Type=_RELATION_PERSO, Target=PERSO
        )
        parts["_rels/.rels"] = serialise(relations)
