"""What calamine makes of a few texts and numbers, asked with a small workbook of them.

So the many cells that are taken without it hold what it would have given.
"""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from rapportpv.reading.classeur.mini import make_brut, make_paquet
from rapportpv.reading.classeur.styles import MAIN, Styles


def ask_textes(tete: str, entrees: Sequence[str]) -> list[str] | None:
    """The shared texts of that XML, `tete` being what opens their part."""
    xml = f"{tete}{''.join(f'<si>{entree}</si>' for entree in entrees)}</sst>"
    cellules = (f't="s"><v>{rang}</v>' for rang in range(len(entrees)))
    lues = _ask(cellules, "", xml, depuis_1904=False)
    return lues if lues is not None and len(lues) == len(entrees) else None


def ask_nombres(
    cellules: Sequence[tuple[int, float]], styles: Styles, *, depuis_1904: bool
) -> list[Any] | None:
    """What numbers of those styles are: days, hours, or numbers."""
    ecrites = (f's="{style}"><v>{nombre!r}</v>' for style, nombre in cellules)
    lues = _ask(ecrites, styles.xml(), "", depuis_1904=depuis_1904)
    return lues if lues is not None and len(lues) == len(cellules) else None


def _ask(cellules: Iterable[str], styles: str, textes: str, *, depuis_1904: bool) -> Any:
    """A column of those cells, as calamine reads it; None when it does not."""
    from python_calamine import CalamineWorkbook

    rangees = "".join(
        f'<row r="{n}"><c r="A{n}" {cellule}</c></row>' for n, cellule in enumerate(cellules, 1)
    )
    xml = f'<worksheet xmlns="{MAIN}"><sheetData>{rangees}</sheetData></worksheet>'
    partages = make_brut(textes.encode()) if textes else None
    styles = styles or Styles().xml()
    paquet = make_paquet([make_brut(xml.encode())], partages, styles, depuis_1904=depuis_1904)
    try:
        classeur = CalamineWorkbook.from_filelike(BytesIO(paquet))
        lignes = classeur.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # a panic of its language is no Exception
        return None
    return [ligne[0] for ligne in lignes]
