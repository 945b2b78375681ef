"""The zip that a .docx is: stamped, so that an edit shows."""

import hashlib
from collections.abc import Mapping

from lxml import etree

from rapportpv.core.zip import TYPES, ArchiveIllisibleError, read_zip, write_zip
from rapportpv.word.perso import PERSO, read_perso, write_perso

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

EMPREINTE = "rapportpv.empreinte"
_RIEN = "0" * 64  # stands for the digest while it is being computed


def freeze(contenu: bytes) -> bytes:
    """The same parts in an archive that holds no date."""
    return write_zip(read_zip(contenu))


def stamp(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts, with the digest of them all as a custom property of the document."""
    marquees = write_perso(parts, {EMPREINTE: _RIEN})
    return write_perso(marquees, {EMPREINTE: _digest(marquees)})


def is_untouched(contenu: bytes) -> bool:
    """Whether the document is exactly as it was stamped."""
    try:
        parts = read_zip(contenu)
        empreinte = read_perso(parts)[EMPREINTE]
        parts = write_perso(parts, {EMPREINTE: _RIEN})
    except (ArchiveIllisibleError, LookupError, etree.XMLSyntaxError):
        return False
    return empreinte == _digest(parts)


def _digest(parts: Mapping[str, bytes]) -> str:
    somme = hashlib.sha256()
    for nom in sorted(parts):
        somme.update(f"{nom}\0{len(parts[nom])}\0".encode())
        somme.update(parts[nom])
    return somme.hexdigest()
