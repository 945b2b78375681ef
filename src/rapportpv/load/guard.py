"""What a file really is, and whether it is safe to hand to a spreadsheet reader."""

import re
from pathlib import Path
from typing import Literal
from zipfile import BadZipFile, ZipFile

from rapportpv.rules.pv002_fichier_illisible import Refus

Genre = Literal["xlsx", "autre"]

_TAILLE_DEPLIEE = 200 * 2**20
_LIGNES = 200_000
_COLONNES = 1_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_REFERENCE = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"')
_MORCEAU = 2**20


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
    if not debut.strip():
        return "vide"
    if re.match(rb"\s*(\xef\xbb\xbf)?\s*<", debut):
        return "html"
    if b"\x00" not in debut and re.search(rb"[;,\t].*\n", debut):
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
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError) as cause:
        raise ClasseurRefuseError("abime") from cause
    return "xlsx"


def _check_ods(archive: ZipFile, noms: set[str]) -> Genre:
    if "content.xml" not in noms:
        raise ClasseurRefuseError("inconnu")
    _check_part(archive, "content.xml")
    return "autre"


def _check_part(archive: ZipFile, nom: str) -> None:
    """Refuse a DTD, and a cell so far out that a reader would fill memory up to it."""
    feuille = nom.startswith("xl/worksheets/")
    reste = b""
    with archive.open(nom) as flux:
        while morceau := flux.read(_MORCEAU):
            morceau = reste + morceau
            if b"<!DOCTYPE" in morceau or b"<!ENTITY" in morceau:
                raise ClasseurRefuseError("dtd")
            if feuille and any(map(_is_far, _REFERENCE.finditer(morceau))):
                raise ClasseurRefuseError("trop_grand")
            reste = morceau[-64:]


def _is_far(reference: re.Match[bytes]) -> bool:
    lettres, ligne = reference.groups()
    colonne = 0
    for lettre in lettres:
        colonne = colonne * 26 + lettre - ord("A") + 1
    return int(ligne) > _LIGNES or colonne > _COLONNES
