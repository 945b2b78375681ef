"""An edited .docx opened, once it is known to be safe; what it was made for."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from rapportpv.core.errors import (
    AutreDocumentError,
    DocumentRefuseError,
    FichierInaccessibleError,
)
from rapportpv.core.identite import Identite
from rapportpv.french.lexique import squash
from rapportpv.texts.rules.pv608_texte_illisible import Refus
from rapportpv.texts.word.paquet_word import TexteRefuseError
from rapportpv.texts.word.paquet_word import open_paquet as check_paquet
from rapportpv.word.origine import Origine, read_origine
from rapportpv.word.paquet import Paquet, PaquetIllisibleError, open_paquet, refuse_broken

_OCTETS_MAX = 200 * 2**20
_XML_MAX = 150 * 2**20  # a report of 300 pages has a part of 10 MB
_TOTAL_MAX = 300 * 2**20
_MACROS = frozenset({".docm", ".dotm"})

_RAISONS: dict[Refus, str] = {
    "vide": "le fichier est vide. Reprenez-en une copie",
    "abime": "il est abîmé. Ouvrez-le dans Word, laissez-le le réparer, et enregistrez-le",
    "chiffre": "il est protégé par un mot de passe. Enregistrez-le sans mot de passe",
    "inconnu": "ce n’est pas un document Word (.docx). Enregistrez-le en .docx depuis Word",
    "format": "il est au format « Strict Open XML ». Enregistrez-le en « Document Word (*.docx) »",
    "trop_grand": "il est démesuré. Allégez ses images, ou coupez-le en deux",
    "dtd": "il contient des instructions XML interdites. Enregistrez-le de nouveau depuis Word",
    "macros": "il contient des macros. Enregistrez-le en « Document Word (*.docx) », sans macros",
}


class Ouvert(Struct, frozen=True):
    """An edited document: its bytes as they are on the disk, its parts, what it was made for.

    `origine` is None for a document that does not tell (another program's, or an old version's).
    """

    chemin: Path
    octets: bytes
    parts: Mapping[str, bytes]
    origine: Origine | None

    def unpack(self) -> Paquet:
        """The package, to be changed at will: a new one each time."""
        return open_paquet(dict(self.parts))


def open_docx(chemin: Path) -> Ouvert:
    """The document of that file, safe to be read whole.

    Raises FichierInaccessibleError, DocumentRefuseError.
    """
    octets = _read(chemin)
    try:
        if chemin.suffix.lower() in _MACROS:
            raise TexteRefuseError("macros")
        parts = dict(check_paquet(octets, _XML_MAX, _TOTAL_MAX).parts)
        _unpack(parts)
    except TexteRefuseError as refus:
        raise DocumentRefuseError(chemin, _RAISONS[refus.raison]) from refus
    return Ouvert(chemin, octets, parts, read_origine(parts))


def check_origine(ouvert: Ouvert, identite: Identite) -> Origine:
    """What the document was made for, which is that year of that EPCI.

    Raises AutreDocumentError when it is not, or does not tell.
    """
    origine = ouvert.origine
    if origine is None:
        raise AutreDocumentError(
            ouvert.chemin,
            "rien n’y dit de quelle année ni de quel EPCI il est (ce programme ne l’a pas fait, ou "
            "un autre logiciel l’a oublié)",
        )
    if origine.annee != identite.annee:
        raise AutreDocumentError(ouvert.chemin, f"il est de l’année {origine.annee}")
    siens = {squash(origine.epci), squash(origine.sigle)} - {""}
    if siens.isdisjoint({squash(identite.epci), squash(identite.sigle)}):
        raise AutreDocumentError(ouvert.chemin, f"il est d’un autre EPCI, « {origine.epci} »")
    return origine


def is_open(chemin: Path) -> bool:
    """Whether Word or LibreOffice says that it has the file open."""
    nom = chemin.name
    # Word puts «~$» before a short name, and in place of the first letters of a long one.
    verrous = (f"~${nom}", f"~${nom[1:]}", f"~${nom[2:]}", f".~lock.{nom}#")
    return any(chemin.with_name(verrou).exists() for verrou in verrous)


def _read(chemin: Path) -> bytes:
    try:
        if not chemin.exists():
            raise DocumentRefuseError(chemin, "il n’existe pas. Vérifiez son nom et son dossier")
        if chemin.is_file() and chemin.stat().st_size > _OCTETS_MAX:
            raise DocumentRefuseError(chemin, _RAISONS["trop_grand"])
        return chemin.read_bytes()
    except OSError as cause:
        raise FichierInaccessibleError(chemin) from cause


def _unpack(parts: dict[str, bytes]) -> None:
    """Refuse what the rest of the program would not understand."""
    try:
        refuse_broken(open_paquet(dict(parts)))
    except PaquetIllisibleError as cause:
        strict = b"purl.oclc.org/ooxml" in parts.get("_rels/.rels", b"")
        raise TexteRefuseError("format" if strict else "abime") from cause
