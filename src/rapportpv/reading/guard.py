"""What a file really is, and whether it is safe to hand to a spreadsheet reader."""

import re
from pathlib import Path
from typing import Literal
from zipfile import BadZipFile, ZipFile

from rapportpv.core.somme import column_number
from rapportpv.reading.rules.pv002_fichier_illisible import Refus
from rapportpv.reading.rules.pv017_copie_annotee import MARQUE

Genre = Literal["xlsx", "autre"]

_TAILLE_DEPLIEE = 200 * 2**20
LIGNES = 200_000
COLONNES = 1_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_REFERENCE = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"')
_MORCEAU = 2**20
_TABLEUR_XML = (b"urn:schemas-microsoft-com:office:spreadsheet", b"<office:document")


class ClasseurRefuseError(Exception):
    """The file is no workbook that can be read; `raison` says why."""

    def __init__(self, raison: Refus) -> None:
        super().__init__(raison)
        self.raison: Refus = raison


def check_classeur(chemin: Path) -> Genre:
    """«xlsx» for a workbook that openpyxl reads, «autre» for .xls and .ods.

    Raises ClasseurRefuseError for anything else, told apart by its first bytes and not its name.
    """
    with chemin.open("rb") as fichier:
        debut = fichier.read(4096)
    if debut.startswith(b"PK\x03\x04"):
        return _check_zip(chemin)
    if debut.startswith(_OLE):
        if _is_encrypted(chemin):
            raise ClasseurRefuseError("chiffre")
        return "autre"
    raise ClasseurRefuseError(_name_texte(debut))


def _is_encrypted(chemin: Path) -> bool:
    return "EncryptedPackage".encode("utf-16-le") in chemin.read_bytes()


def _name_texte(debut: bytes) -> Refus:
    if debut.startswith((b"\xff\xfe", b"\xfe\xff")):  # what Excel calls «texte Unicode»
        debut = debut[: len(debut) // 2 * 2].decode("utf-16", "ignore").encode()
    if not debut.strip():
        return "vide"
    if any(signe in debut for signe in _TABLEUR_XML):
        return "xml"
    if re.match(rb"\s*(\xef\xbb\xbf)?\s*<", debut):
        return "html"
    if b"\x00" not in debut and re.search(rb"[;,\t].*[\r\n]", debut):
        return "csv"
    return "inconnu"


def _check_zip(chemin: Path) -> Genre:
    try:
        with ZipFile(chemin) as archive:
            noms = set(archive.namelist())
            if sum(info.file_size for info in archive.infolist()) > _TAILLE_DEPLIEE:
                raise ClasseurRefuseError("trop_grand")
            if "xl/workbook.xml" not in noms:
                return _check_ods(archive, noms)
            for nom in sorted(noms):
                if nom.endswith((".xml", ".rels")):
                    _check_part(archive, nom)
            if _is_copie(archive, noms):
                raise ClasseurRefuseError("copie")
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError) as cause:
        raise ClasseurRefuseError("abime") from cause
    return "xlsx"


def _is_copie(archive: ZipFile, noms: set[str]) -> bool:
    proprietes = "docProps/custom.xml"
    return proprietes in noms and f'"{MARQUE}"'.encode() in archive.read(proprietes)


def _check_ods(archive: ZipFile, noms: set[str]) -> Genre:
    if "xl/workbook.bin" in noms:
        raise ClasseurRefuseError("binaire")
    if "content.xml" not in noms or not _is_tableur(archive, noms):
        raise ClasseurRefuseError("inconnu")
    manifeste = "META-INF/manifest.xml"
    if manifeste in noms and b"encryption-data" in archive.read(manifeste):
        raise ClasseurRefuseError("chiffre")
    _check_part(archive, "content.xml")
    return "autre"


def _is_tableur(archive: ZipFile, noms: set[str]) -> bool:
    """Whether an OpenDocument file is a spreadsheet; one that does not say is given a chance."""
    return "mimetype" not in noms or b"spreadsheet" in archive.read("mimetype")


def _check_part(archive: ZipFile, nom: str) -> None:
    """Refuse a DTD, and a sheet so large that a reader would fill memory or take minutes."""
    feuille = nom.startswith("xl/worksheets/")
    reste, lignes = b"", 0
    with archive.open(nom) as flux:
        while morceau := flux.read(_MORCEAU):
            lignes += morceau.count(b"<row ")  # one cut in two is of no matter
            morceau = reste + morceau
            if b"<!DOCTYPE" in morceau or b"<!ENTITY" in morceau:
                raise ClasseurRefuseError("dtd")
            if feuille and (lignes > LIGNES or any(map(_is_far, _REFERENCE.finditer(morceau)))):
                raise ClasseurRefuseError("trop_grand")
            reste = morceau[-64:]


def _is_far(reference: re.Match[bytes]) -> bool:
    lettres, ligne = reference.groups()
    return int(ligne) > LIGNES or column_number(lettres.decode()) > COLONNES
