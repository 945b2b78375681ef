"""A workbook's cells as plain lists, whatever its format, addresses kept as Excel shows them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from rapportpv.load.guard import ClasseurRefuseError, check_classeur
from rapportpv.model.emplacement import Case
from rapportpv.model.errors import FichierInaccessibleError


@dataclass(frozen=True)
class Grille:
    """A sheet: its rows from row 1, its columns from A, and the formulas without a value."""

    nom: str
    lignes: list[list[Any]]
    jamais_calculees: tuple[Case, ...] = field(default=())

    def numbered(self) -> Iterator[tuple[int, list[Any]]]:
        """Each row with its Excel number."""
        return enumerate(self.lignes, start=1)


def read_classeur(chemin: Path) -> list[Grille]:
    """The visible sheets of the workbook, in order.

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
        with chemin.open("rb") as flux:  # openpyxl leaves open a file that it cannot parse
            valeurs = load_workbook(flux, data_only=True)
            formules = load_workbook(flux) if _has_formula(chemin) else None
    except OSError:
        raise
    except Exception as cause:  # openpyxl raises whatever its XML parser or zip reader does
        raise ClasseurRefuseError("abime") from cause
    visibles = [f for f in valeurs.worksheets if f.sheet_state == "visible"]
    return [
        Grille(
            feuille.title,
            _read_lignes(feuille),
            tuple(_jamais_calculees(feuille, formules[feuille.title])) if formules else (),
        )
        for feuille in visibles
    ]


def _read_lignes(feuille: Any) -> list[list[Any]]:
    """The values, a text merged over several rows repeated in each of them."""
    valeurs = feuille.iter_rows(min_row=1, min_col=1, values_only=True)
    lignes = [list(ligne) for ligne in valeurs]
    for fusion in feuille.merged_cells.ranges:
        valeur = lignes[fusion.min_row - 1][fusion.min_col - 1]
        if isinstance(valeur, str) and fusion.max_row > fusion.min_row:
            for numero in range(fusion.min_row, min(fusion.max_row, len(lignes))):
                lignes[numero][fusion.min_col - 1] = valeur
    return lignes


def _has_formula(chemin: Path) -> bool:
    """Whether a second reading is worth its time: most kept sheets hold values only."""
    try:
        with ZipFile(chemin) as archive:
            feuilles = [n for n in archive.namelist() if n.startswith("xl/worksheets/")]
            return any(b"<f>" in (xml := archive.read(n)) or b"<f " in xml for n in feuilles)
    except BadZipFile as cause:
        raise ClasseurRefuseError("abime") from cause


def _jamais_calculees(valeurs: Any, formules: Any) -> Iterator[Case]:
    for ligne in formules.iter_rows():
        for cellule in ligne:
            if cellule.data_type == "f":
                case = (cellule.row, cellule.column)
                if valeurs.cell(*case).value is None:
                    yield case


def _read_calamine(chemin: Path) -> list[Grille]:
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    try:
        classeur = CalamineWorkbook.from_path(str(chemin))
        noms = [m.name for m in classeur.sheets_metadata if m.visible == SheetVisibleEnum.Visible]
        return [
            Grille(nom, [[None if v == "" else v for v in ligne] for ligne in lignes])
            for nom in noms
            for lignes in (classeur.get_sheet_by_name(nom).to_python(skip_empty_area=False),)
        ]
    except CalamineError as cause:
        raise ClasseurRefuseError("abime") from cause
