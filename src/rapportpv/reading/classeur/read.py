"""A workbook by its content, whatever its name says."""

import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from rapportpv.core.errors import FichierInaccessibleError
from rapportpv.reading.classeur import bornes
from rapportpv.reading.classeur.grille import Grille, repeat_merged
from rapportpv.reading.classeur.paquet import Paquet
from rapportpv.reading.classeur.refus import ClasseurRefuseError
from rapportpv.reading.classeur.sommaire import find_classeur
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
        return _read_calamine(contenu)
    raise ClasseurRefuseError(_name_texte(contenu[:4096]))


def _read_zip(contenu: bytes, choix: Choix) -> list[Grille]:
    paquet = Paquet(contenu)
    if paquet.find("content.xml"):
        _check_ods(paquet)
        return _read_calamine(contenu)
    partie = find_classeur(paquet)
    if partie is None:
        raise ClasseurRefuseError("binaire" if paquet.find("xl/workbook.bin") else "inconnu")
    if partie.endswith(".bin"):
        raise ClasseurRefuseError("binaire")
    if f'"{MARQUE}"'.encode() in (paquet.read("docProps/custom.xml") or b""):
        raise ClasseurRefuseError("copie")
    return read_xlsx(paquet, partie, choix)


def _check_ods(paquet: Paquet) -> None:
    if b"spreadsheet" not in (paquet.read("mimetype") or b"spreadsheet"):
        raise ClasseurRefuseError("inconnu")
    if b"encryption-data" in (paquet.read("META-INF/manifest.xml") or b""):
        raise ClasseurRefuseError("chiffre")


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


def _read_calamine(contenu: bytes) -> list[Grille]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum

    try:
        classeur = CalamineWorkbook.from_filelike(BytesIO(contenu))
        metas = [m for m in classeur.sheets_metadata if m.typ == SheetTypeEnum.WorkSheet]
        return [_read_feuille(classeur, meta) for meta in metas]
    except PasswordError as cause:
        raise ClasseurRefuseError("chiffre") from cause
    except CalamineError as cause:
        raise ClasseurRefuseError("abime") from cause


def _read_feuille(classeur: Any, meta: Any) -> Grille:
    from python_calamine import SheetVisibleEnum

    if meta.visible != SheetVisibleEnum.Visible:
        return Grille(meta.name, [], masquee=True)
    feuille = classeur.get_sheet_by_name(meta.name)
    ligne, colonne = feuille.end or (0, 0)
    if ligne >= bornes.LIGNES or colonne >= bornes.COLONNES_EXCEL:
        raise ClasseurRefuseError("trop_grand")
    lignes = [
        [None if v == "" else v for v in ligne]
        for ligne in feuille.to_python(skip_empty_area=False)
    ]
    fusions = tuple(
        (haut + 1, gauche + 1, bas + 1, droite + 1)
        for (haut, gauche), (bas, droite) in feuille.merged_cell_ranges or ()
    )
    repeat_merged(meta.name, lignes, fusions)
    return Grille(meta.name, lignes, fusions=fusions)
