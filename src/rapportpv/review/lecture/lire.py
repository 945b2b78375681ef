"""A document of any format that is proofread, opened with bounds."""

import hashlib
from pathlib import Path

from msgspec import Struct

from rapportpv.core.errors import FichierInaccessibleError
from rapportpv.core.identite import Identite
from rapportpv.review.lecture.docx import read_docx
from rapportpv.review.lecture.errors import DocumentIllisibleError, FormatDeDocumentError
from rapportpv.review.lecture.odt import read_odt
from rapportpv.review.lecture.passage import DocumentLu
from rapportpv.review.lecture.pdf import read_pdf
from rapportpv.review.lecture.texte_nu import read_txt
from rapportpv.review.ouvrir import Ouvert, check_origine, open_docx

_OCTETS_MAX = 100 * 2**20
_TEXTE_MAX = 20 * 2**20
_DOCX = frozenset({".docx", ".docm", ".dotx", ".dotm"})
_TEXTES = frozenset({".txt", ".md"})


class Ecrit(Struct, frozen=True):
    """A document: its bytes, what it says, and its package when it is one of Word."""

    octets: bytes
    lu: DocumentLu
    ouvert: Ouvert | None = None

    @property
    def empreinte(self) -> str:
        """The digest that tells which file was read."""
        return hashlib.sha256(self.octets).hexdigest()

    def check(self, identite: Identite) -> None:
        """Raise AutreDocumentError when it says that it is of another year or EPCI."""
        if self.ouvert is not None and self.ouvert.origine is not None:
            check_origine(self.ouvert, identite)


def open_document(chemin: Path) -> Ecrit:
    """The document of that file. Raises RapportError when it cannot be read."""
    extension = chemin.suffix.lower()
    if extension in _DOCX:
        ouvert = open_docx(chemin)
        return Ecrit(ouvert.octets, read_docx(dict(ouvert.parts)), ouvert)
    octets = _read(chemin, _TEXTE_MAX if extension in _TEXTES else _OCTETS_MAX)
    if extension == ".odt":
        return Ecrit(octets, read_odt(octets, chemin.name))
    if extension == ".pdf":
        return Ecrit(octets, read_pdf(octets, chemin.name))
    if extension in _TEXTES:
        return Ecrit(octets, read_txt(_decode(octets, chemin.name)))
    raise FormatDeDocumentError(chemin.name)


def _read(chemin: Path, bornes: int) -> bytes:
    try:
        if chemin.is_file() and chemin.stat().st_size > bornes:
            raise DocumentIllisibleError(chemin.name, "il est démesuré")
        return chemin.read_bytes()
    except OSError as cause:
        raise FichierInaccessibleError(chemin) from cause


def _decode(octets: bytes, nom: str) -> str:
    """The text, in UTF-8 or as an older Windows writes it."""
    if b"\0" in octets[:4096] and not octets.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise DocumentIllisibleError(nom, "ce n’est pas un texte")
    for encodage in ("utf-16",) if octets.startswith((b"\xff\xfe", b"\xfe\xff")) else _ENCODAGES:
        try:
            return octets.decode(encodage)
        except UnicodeDecodeError:
            continue
    raise DocumentIllisibleError(nom, "ce n’est pas un texte")


_ENCODAGES = ("utf-8-sig", "cp1252")
