"""A workbook by its content, whatever its name says."""

import re
from collections.abc import Sequence
from pathlib import Path

from rapportpv.core.errors import FichierInaccessibleError
from rapportpv.reading.classeur import bornes
from rapportpv.reading.classeur.grille import Grille
from rapportpv.reading.classeur.ods import read_ods
from rapportpv.reading.classeur.paquet import Paquet
from rapportpv.reading.classeur.refus import ClasseurRefuseError
from rapportpv.reading.classeur.sommaire import find_classeur
from rapportpv.reading.classeur.xls import read_xls
from rapportpv.reading.classeur.xlsx import Choix, read_xlsx
from rapportpv.reading.rules.pv002_fichier_illisible import Refus
from rapportpv.reading.rules.pv017_copie_annotee import MARQUE

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TABLEUR_XML = (b"urn:schemas-microsoft-com:office:spreadsheet", b"<office:document")


def read_all(noms: Sequence[str]) -> Sequence[str]:
    """Every sheet that shows."""
    return noms


def read_classeur(chemin: Path, choix: Choix = read_all) -> list[Grille]:
    """The sheets of the workbook, in order; those hidden or not chosen by name only.

    Raises ClasseurRefuseError when the file is not a workbook that can be read, and
    FichierInaccessibleError when the system does not let it be read.
    """
    try:
        if chemin.stat().st_size > bornes.FICHIER:
            raise ClasseurRefuseError("trop_grand")
        contenu = chemin.read_bytes()
    except OSError as cause:
        raise FichierInaccessibleError(chemin) from cause
    return read_contenu(contenu, choix)


def read_contenu(contenu: bytes, choix: Choix = read_all) -> list[Grille]:
    """The sheets of a file, told by its first bytes."""
    if contenu.startswith(b"PK\x03\x04"):
        return _read_zip(contenu, choix)
    if contenu.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in contenu:
            raise ClasseurRefuseError("chiffre")
        return read_xls(contenu, choix)
    raise ClasseurRefuseError(_name_texte(contenu[:4096]))


def _read_zip(contenu: bytes, choix: Choix) -> list[Grille]:
    paquet = Paquet(contenu)
    if paquet.find("content.xml"):
        return read_ods(paquet, choix)
    partie = find_classeur(paquet)
    if partie is None:
        raise ClasseurRefuseError("binaire" if paquet.find("xl/workbook.bin") else "inconnu")
    if partie.endswith(".bin"):
        raise ClasseurRefuseError("binaire")
    if f'"{MARQUE}"'.encode() in (paquet.read("docProps/custom.xml") or b""):
        raise ClasseurRefuseError("copie")
    return read_xlsx(paquet, partie, choix)


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
