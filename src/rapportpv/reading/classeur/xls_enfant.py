"""`python -m …xls_enfant`: an .xls on the standard input, its sheets as JSON on the output.

It works under a cap of memory and of time, where the system has them.
"""

import io
import json
import sys
from contextlib import suppress
from datetime import time
from typing import Any

import xlrd
from xlrd.biffh import (
    XL_CELL_BLANK,
    XL_CELL_BOOLEAN,
    XL_CELL_DATE,
    XL_CELL_EMPTY,
    XL_CELL_ERROR,
    XL_CELL_NUMBER,
)

from rapportpv.reading.classeur.bornes import Etendue
from rapportpv.reading.classeur.refus import ClasseurRefuseError
from rapportpv.reading.classeur.styles import Style, Styles

_MEMOIRE = 220 * 2**20  # bytes, with 50 more for each of the file
_TEMPS = 2  # seconds, with 3 more for each MiB of the file


def main() -> None:
    """Answer, whatever the file is."""
    contenu = sys.stdin.buffer.read()
    _limit(len(contenu))
    try:
        lu = _read(contenu)
    except ClasseurRefuseError as refus:
        lu = {"refus": refus.raison, "feuille": refus.feuille, "cellule": refus.cellule}
    except Exception as cause:  # xlrd raises whatever it meets
        lu = {"refus": _name(str(cause))}
    sys.stdout.buffer.write(json.dumps(lu, ensure_ascii=False).encode("utf-8", "replace"))


def _limit(taille: int) -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource

        memoire = _MEMOIRE + 50 * taille
        resource.setrlimit(resource.RLIMIT_AS, (memoire, memoire))
        temps = _TEMPS + 3 * (taille // 2**20)
        resource.setrlimit(resource.RLIMIT_CPU, (temps, temps + 1))


def _name(message: str) -> str:
    if "encrypted" in message:
        return "chiffre"
    return "inconnu" if "Can't find workbook" in message else "abime"


def _read(contenu: bytes) -> dict[str, Any]:
    classeur = xlrd.open_workbook(
        file_contents=contenu, formatting_info=True, logfile=io.StringIO(), on_demand=True
    )
    styles = [_read_style(classeur, xf) for xf in classeur.xf_list]
    remarquables = Styles(tuple(Style(*style) for style in styles)).remarquables
    feuilles = []
    for rang in range(classeur.nsheets):
        feuille = classeur.sheet_by_index(rang)
        feuilles.append(_read_feuille(classeur, feuille, remarquables))
        classeur.unload_sheet(rang)
    return {"styles": styles, "feuilles": feuilles}


def _read_style(classeur: Any, xf: Any) -> tuple[int, str, bool, str]:
    """A style as `Style` takes it: number, format code, struck or not, fill."""
    format_ = classeur.format_map.get(xf.format_key)
    police = classeur.font_list[xf.font_index] if xf.font_index < len(classeur.font_list) else None
    fond = xf.background
    rgb = classeur.colour_map.get(fond.pattern_colour_index) if fond.fill_pattern == 1 else None
    couleur = "".join(f"{c:02X}" for c in rgb) if rgb else ""
    return (
        0,
        format_.format_str if format_ else "",
        bool(police and police.struck_out),
        "" if couleur == "FFFFFF" else couleur,
    )


def _read_feuille(classeur: Any, feuille: Any, remarquables: list[bool]) -> dict[str, Any]:
    nom = _clean(feuille.name)
    etendue = Etendue(nom)
    lignes, erreurs, stylees = [], [], []
    for numero in range(1, feuille.nrows + 1):
        ligne = _read_ligne(classeur, feuille, numero - 1)
        pleines = [colonne for colonne, valeur in enumerate(ligne, 1) if valeur is not None]
        if pleines:
            etendue.add((numero, pleines[-1]), (numero, pleines[-1]), len(pleines), 1)
        for colonne in pleines:
            style = feuille.cell_xf_index(numero - 1, colonne - 1)
            if remarquables[style]:
                stylees.append((numero, colonne, style))
            if feuille.cell_type(numero - 1, colonne - 1) == XL_CELL_ERROR:
                erreurs.append((numero, colonne, ligne[colonne - 1]))
        lignes.append(ligne)
    etendue.close()
    return {
        "nom": nom,
        "masquee": feuille.visibility != 0,
        "lignes": [ligne[: etendue.largeur] for ligne in lignes[: etendue.hauteur]],
        "fusions": [(h + 1, g + 1, b, d) for h, b, g, d in feuille.merged_cells],
        "lignes_masquees": [n + 1 for n, ligne in feuille.rowinfo_map.items() if ligne.hidden],
        "colonnes_masquees": [
            n + 1 for n, c in feuille.colinfo_map.items() if c.hidden and n < etendue.largeur
        ],
        "erreurs": erreurs,
        "stylees": stylees,
    }


def _read_ligne(classeur: Any, feuille: Any, rang: int) -> list[Any]:
    """A row as long as the sheet is wide."""
    cellules = zip(feuille.row_types(rang), feuille.row_values(rang), strict=True)
    lues = [_read_valeur(classeur, genre, valeur) for genre, valeur in cellules]
    return lues + [None] * (feuille.ncols - len(lues))


def _read_valeur(classeur: Any, genre: int, valeur: Any) -> Any:
    if genre in (XL_CELL_EMPTY, XL_CELL_BLANK):
        return None
    if genre == XL_CELL_ERROR:
        return xlrd.error_text_from_code.get(valeur, "#VALUE!")
    if genre == XL_CELL_BOOLEAN:
        return bool(valeur)
    if genre == XL_CELL_NUMBER:
        return int(valeur) if valeur.is_integer() else valeur
    if genre == XL_CELL_DATE:
        return _read_date(valeur, classeur.datemode)
    return _clean(valeur) or None


def _read_date(valeur: float, depuis_1904: int) -> Any:
    try:
        jour = xlrd.xldate_as_datetime(valeur, depuis_1904)
    except (xlrd.XLDateError, ValueError, OverflowError):
        return valeur
    if 0 <= valeur < 1:
        return ("time", jour.time().isoformat())
    if jour.time() == time():
        return ("date", jour.date().isoformat())
    return ("datetime", jour.isoformat())


def _clean(texte: str) -> str:
    """A text without the NUL letters that some programs leave in it."""
    return texte.replace("\0", "")


if __name__ == "__main__":
    main()
