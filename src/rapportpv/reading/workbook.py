"""A workbook's cells as plain lists, whatever its format, addresses kept as Excel shows them."""

import gc
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from rapportpv.core.emplacement import Case
from rapportpv.core.errors import FichierInaccessibleError
from rapportpv.core.somme import Plage
from rapportpv.reading.formats import Format, builtin, read_format
from rapportpv.reading.guard import COLONNES, LIGNES, ClasseurRefuseError, check_classeur

BUILTIN = 164  # the number of a workbook's first own format
_POURCENTS = (9, 10)  # the formats in percent that every workbook knows


@dataclass(frozen=True)
class Grille:
    """A sheet: its rows from row 1, its columns from A; nothing but its name when it is hidden.

    Of .ods and .xls files, only the values and the merged cells are known.
    """

    nom: str
    lignes: list[list[Any]]
    jamais_calculees: tuple[Case, ...] = ()  # formulas without a value
    formules: Mapping[Case, str] = field(default_factory=dict)
    fusions: tuple[Plage, ...] = ()
    lignes_masquees: frozenset[int] = frozenset()
    colonnes_masquees: frozenset[int] = frozenset()
    masquee: bool = False
    formats: Mapping[Case, Format] = field(default_factory=dict)  # those that show another number
    barrees: frozenset[Case] = frozenset()  # the cells whose text is struck through

    def cell(self, case: Case) -> Any:
        """The value of a cell, None out of the grid."""
        ligne = self.lignes[case[0] - 1] if case[0] <= len(self.lignes) else []
        return ligne[case[1] - 1] if case[1] <= len(ligne) else None


def read_classeur(chemin: Path) -> list[Grille]:
    """The sheets of the workbook, in order; the hidden ones by name only.

    Raises ClasseurRefuseError when the file is not a workbook that can be read, and
    FichierInaccessibleError when the system does not let it be read.
    """
    try:
        genre = check_classeur(chemin)
        return _read_openpyxl(chemin) if genre == "xlsx" else _read_calamine(chemin)
    except OSError as cause:
        raise FichierInaccessibleError(chemin) from cause


def _read_openpyxl(chemin: Path) -> list[Grille]:
    from openpyxl import load_workbook

    try:
        # openpyxl leaves open a file that it cannot parse, and warns of what it does not keep
        silence = warnings.catch_warnings(action="ignore")
        with chemin.open("rb") as flux, silence, _no_collection():
            valeurs = load_workbook(flux, data_only=True)
            formules = load_workbook(flux) if _has_formula(chemin) else None
    except OSError:
        raise
    except Exception as cause:  # openpyxl raises whatever its XML parser or zip reader does
        raise ClasseurRefuseError("abime") from cause
    return [
        _read_grille(feuille, formules[feuille.title] if formules else None)
        for feuille in valeurs.worksheets
    ]


@contextmanager
def _no_collection() -> Iterator[None]:
    """A while without garbage collection: among millions of cells that stay, it finds nothing."""
    active = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if active:
            gc.enable()


def _read_grille(feuille: Any, formules: Any) -> Grille:
    if feuille.sheet_state != "visible":
        return Grille(feuille.title, [], masquee=True)
    textes = _read_formules(formules) if formules else {}
    fusions = tuple(
        (f.min_row, f.min_col, f.max_row, f.max_col) for f in feuille.merged_cells.ranges
    )
    return Grille(
        feuille.title,
        repeat_merged(_read_lignes(feuille), fusions),
        tuple(case for case in textes if _is_never_computed(feuille.cell(*case))),
        textes,
        tuple(sorted(fusions)),
        frozenset(n for n, ligne in feuille.row_dimensions.items() if _is_hidden(ligne)),
        frozenset(_hidden_columns(feuille)),
        formats=dict(_read_formats(feuille)),
        barrees=frozenset(_read_barrees(feuille)),
    )


def _read_formats(feuille: Any) -> Iterator[tuple[Case, Format]]:
    """The cells whose number format shows another number than they hold."""
    codes = feuille.parent._number_formats
    utiles = {BUILTIN + rang: f for rang, c in enumerate(codes) if (f := read_format(c))}
    if any(style.numFmtId in _POURCENTS for style in feuille.parent._cell_styles):
        utiles |= {n: f for n in _POURCENTS if (f := read_format(builtin(n)))}
    for case, cellule in feuille._cells.items() if utiles else ():
        if cellule.value is not None and (forme := utiles.get(cellule._style.numFmtId)):
            yield case, forme


def _read_barrees(feuille: Any) -> Iterator[Case]:
    """The cells whose text is struck through; hardly any workbook has such a font."""
    barrees = {rang for rang, police in enumerate(feuille.parent._fonts) if police.strike}
    for case, cellule in feuille._cells.items() if barrees else ():
        if cellule._style.fontId in barrees and cellule.value is not None:
            yield case


def _read_lignes(feuille: Any) -> list[list[Any]]:
    """The values down to the last that there is: a sheet may go on in empty cells with borders.

    `_cells` holds the cells of the file; openpyxl's own walk makes all those that are missing.
    """
    remplies = [(case, c.value) for case, c in feuille._cells.items() if c.value is not None]
    hauteur = max((ligne for (ligne, _), _ in remplies), default=0)
    largeur = max((colonne for (_, colonne), _ in remplies), default=0)
    lignes: list[list[Any]] = [[None] * largeur for _ in range(hauteur)]
    for (ligne, colonne), valeur in remplies:
        lignes[ligne - 1][colonne - 1] = valeur
    return lignes


def repeat_merged(lignes: list[list[Any]], fusions: tuple[Plage, ...]) -> list[list[Any]]:
    """The rows, a text merged over several of them repeated in each."""
    for haut, gauche, bas, _ in fusions:
        premiere = lignes[haut - 1] if haut <= len(lignes) else []
        valeur = premiere[gauche - 1] if gauche <= len(premiere) else None
        if isinstance(valeur, str):
            for numero in range(haut, min(bas, len(lignes))):
                lignes[numero][gauche - 1] = valeur
    return lignes


def _has_formula(chemin: Path) -> bool:
    """Whether a second reading is worth its time: most kept sheets hold values only."""
    try:
        with ZipFile(chemin) as archive:
            feuilles = [n for n in archive.namelist() if n.startswith("xl/worksheets/")]
            return any(b"<f>" in (xml := archive.read(n)) or b"<f " in xml for n in feuilles)
    except BadZipFile as cause:
        raise ClasseurRefuseError("abime") from cause


def _read_formules(feuille: Any) -> dict[Case, str]:
    """The text of each formula; of a matrix formula or a data table, hardly more than «=»."""
    return {
        case: str(getattr(cellule.value, "text", cellule.value) or "=")
        for case, cellule in feuille._cells.items()
        if cellule.data_type == "f"
    }


def _is_never_computed(cellule: Any) -> bool:
    """Whether a formula has no value: one whose result is an empty text («str») has one."""
    return cellule.value is None and cellule.data_type != "str"


def _is_hidden(dimension: Any) -> bool:
    return bool(dimension.hidden) or 0 in (
        getattr(dimension, "height", None),
        getattr(dimension, "width", None),
    )


def _hidden_columns(feuille: Any) -> Iterator[int]:
    """The hidden columns; a group of columns has one dimension, that of its first."""
    for dimension in feuille.column_dimensions.values():
        if _is_hidden(dimension) and dimension.min:
            yield from range(dimension.min, min(dimension.max, feuille.max_column) + 1)


def _read_calamine(chemin: Path) -> list[Grille]:
    from python_calamine import CalamineError, PasswordError, SheetTypeEnum

    try:
        classeur = _open_calamine(chemin)
        metas = [m for m in classeur.sheets_metadata if m.typ == SheetTypeEnum.WorkSheet]
        return [_read_feuille(classeur, meta) for meta in metas]
    except PasswordError as cause:
        raise ClasseurRefuseError("chiffre") from cause
    except CalamineError as cause:
        raise ClasseurRefuseError("abime") from cause


def _open_calamine(chemin: Path) -> Any:
    """The workbook by its content: by its path, calamine would believe the name it bears."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        return CalamineWorkbook.from_filelike(BytesIO(chemin.read_bytes()))
    except CalamineError:
        return CalamineWorkbook.from_path(str(chemin))  # whose refusal says more: a password


def _read_feuille(classeur: Any, meta: Any) -> Grille:
    from python_calamine import SheetVisibleEnum

    if meta.visible != SheetVisibleEnum.Visible:
        return Grille(meta.name, [], masquee=True)
    feuille = classeur.get_sheet_by_name(meta.name)
    ligne, colonne = feuille.end or (0, 0)
    if ligne >= LIGNES or colonne >= COLONNES:  # a list that large would fill the memory
        raise ClasseurRefuseError("trop_grand")
    lignes = [
        [None if v == "" else v for v in ligne]
        for ligne in feuille.to_python(skip_empty_area=False)
    ]
    fusions = tuple(
        (haut + 1, gauche + 1, bas + 1, droite + 1)
        for (haut, gauche), (bas, droite) in feuille.merged_cell_ranges or ()
    )
    return Grille(meta.name, repeat_merged(lignes, fusions), fusions=fusions)
