"""A workbook by its content, whatever its name says."""

import re
from collections.abc import Sequence
from pathlib import Path

from rapportpv.core.errors import FichierInaccessibleError
from rapportpv.reading.classeur import bornes
from rapportpv.reading.classeur.csv_texte import looks_like_csv, read_csv
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
_BIFF = (b"\x09\x00", b"\x09\x02", b"\x09\x04", b"\x09\x08")
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
        if chemin.is_dir():  # a document of Numbers may be a folder
            raise ClasseurRefuseError("numbers")
        if chemin.stat().st_size > bornes.FICHIER:
            raise ClasseurRefuseError("trop_grand")
        contenu = chemin.read_bytes()
    except OSError as cause:
        raise FichierInaccessibleError(chemin) from cause
    return read_contenu(contenu, chemin.name, choix)


def read_contenu(contenu: bytes, nom: str, choix: Choix = read_all) -> list[Grille]:
    """The sheets of a file of that name, told by its first bytes."""
    if contenu.startswith(b"PK\x03\x04"):
        return _read_zip(contenu, choix)
    if contenu[:2] in _BIFF:  # older than the compound files that Excel 5 brought
        return read_xls(contenu, choix)
    if contenu.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in contenu:
            raise ClasseurRefuseError("chiffre")
        return read_xls(contenu, choix)
    refus = _name_texte(contenu[:4096])
    if refus is None:
        return [read_csv(contenu, Path(nom).stem)]
    raise ClasseurRefuseError(refus)


def _read_zip(contenu: bytes, choix: Choix) -> list[Grille]:
    paquet = Paquet(contenu)
    if paquet.find("content.xml"):
        return read_ods(paquet, choix)
    partie = find_classeur(paquet)
    if partie is None:
        raise ClasseurRefuseError(_name_zip(paquet))
    if partie.lower().endswith(".bin"):
        raise ClasseurRefuseError("binaire")
    if f'"{MARQUE}"'.encode() in (paquet.read("docProps/custom.xml") or b""):
        raise ClasseurRefuseError("copie")
    return read_xlsx(paquet, partie, choix)


def _name_zip(paquet: Paquet) -> Refus:
    if any(nom.endswith(".iwa") for nom in paquet.noms):
        return "numbers"
    return "binaire" if paquet.find("xl/workbook.bin") else "inconnu"


def _name_texte(debut: bytes) -> Refus | None:
    """What a file is that is neither a zip nor an old Excel; None for a .csv."""
    texte = debut
    if debut.startswith((b"\xff\xfe", b"\xfe\xff")):  # what Excel calls «texte Unicode»
        texte = debut[: len(debut) // 2 * 2].decode("utf-16", "ignore").encode()
    if not texte.strip():
        return "vide"
    if any(signe in texte for signe in _TABLEUR_XML):
        return "xml"
    if re.match(rb"\s*(\xef\xbb\xbf)?\s*<", texte):
        return "html"
    return None if looks_like_csv(debut) else "inconnu"
