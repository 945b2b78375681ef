"""What all sheets share: columns, titles, headings, rows, and the printed page."""

import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from openpyxl.styles import Alignment, Border, Font, PatternFill
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.header_footer import _HeaderFooterPart as HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from tools.sample import style

Valeur = str | int | date | None

CARACTERES = 1.15  # lower-case characters for one unit of width, which is that of a digit


@dataclass(frozen=True)
class Colonne:
    """A column: its heading, its width, and how its cells are shown."""

    entete: str
    largeur: float
    format: str = "General"
    alignement: Alignment = style.A_GAUCHE


@dataclass(frozen=True)
class Allure:
    """The look of a row."""

    police: Font = style.COURANT
    fond: PatternFill | None = None
    filet: Border = style.FILET


COURANTE = Allure()
SOUS_TOTAL = Allure(style.GRAS, style.FOND_SOUS_TOTAL, style.FILET_FORT)
TOTAL = Allure(style.BLANC, style.FOND_ENTETE, style.FILET_FORT)


def montant(entete: str, largeur: float = 13.5) -> Colonne:
    """A column of euros."""
    return Colonne(entete, largeur, style.EUROS, style.A_DROITE)


def write_titres(feuille: Worksheet, titre: str, sous_titre: str, largeur: int) -> None:
    """The two title rows, each merged over `largeur` columns."""
    polices = (style.TITRE, style.SOUS_TITRE)
    for ligne, (texte, police) in enumerate(zip((titre, sous_titre), polices, strict=True), 1):
        cellule = feuille.cell(ligne, 1, texte)
        cellule.font, cellule.alignment = police, style.DE_TITRE
        feuille.merge_cells(start_row=ligne, end_row=ligne, start_column=1, end_column=largeur)
    feuille.row_dimensions[1].height = 26
    feuille.row_dimensions[2].height = 20


def write_entetes(
    feuille: Worksheet, ligne: int, colonnes: Sequence[Colonne], hauteur: float = 24
) -> None:
    """The heading row, and the width of each column."""
    for numero, colonne in enumerate(colonnes, 1):
        cellule = feuille.cell(ligne, numero, colonne.entete)
        cellule.font, cellule.fill = style.ENTETE, style.FOND_ENTETE
        cellule.alignment = style.D_ENTETE
        feuille.column_dimensions[cellule.column_letter].width = colonne.largeur
    feuille.row_dimensions[ligne].height = hauteur


def write_ligne(
    feuille: Worksheet,
    ligne: int,
    colonnes: Sequence[Colonne],
    valeurs: Sequence[Valeur],
    allure: Allure = COURANTE,
) -> None:
    """One row of cells, empty ones included so that rules and fills run through."""
    for numero, (colonne, valeur) in enumerate(zip(colonnes, valeurs, strict=True), 1):
        cellule = feuille.cell(ligne, numero, valeur)
        cellule.font, cellule.border = allure.police, allure.filet
        cellule.number_format, cellule.alignment = colonne.format, colonne.alignement
        if allure.fond:
            cellule.fill = allure.fond
    feuille.row_dimensions[ligne].height = _hauteur(colonnes, valeurs)


def _hauteur(colonnes: Sequence[Colonne], valeurs: Sequence[Valeur]) -> float:
    """The height that the longest text of the row needs, written down since not all read it."""
    lignes = [
        len(textwrap.wrap(_encombrement(valeur), int(colonne.largeur * CARACTERES)))
        for colonne, valeur in zip(colonnes, valeurs, strict=True)
        if isinstance(valeur, str) and colonne.alignement.wrap_text
    ]
    return 4 + 13 * max(lignes, default=1)


def _encombrement(texte: str) -> str:
    """The text with its capitals, which are wider, counted for a little more."""
    return re.sub(r"([A-ZÀÉÈ ]{7})", r"\1x", texte)


def write_intertitre(feuille: Worksheet, ligne: int, texte: str, largeur: int) -> None:
    """A heading inside the table, merged over its width."""
    cellule = feuille.cell(ligne, 1, texte)
    cellule.font, cellule.fill, cellule.alignment = (
        style.GRAS,
        style.FOND_INTERTITRE,
        style.DE_TITRE,
    )
    feuille.merge_cells(start_row=ligne, end_row=ligne, start_column=1, end_column=largeur)
    feuille.row_dimensions[ligne].height = 20


def merge_libelle(feuille: Worksheet, ligne: int, fin: int) -> None:
    """Merge the label of a total over the columns that have no total."""
    feuille.merge_cells(start_row=ligne, end_row=ligne, start_column=1, end_column=fin)
    feuille.cell(ligne, 1).alignment = style.DE_TITRE


def set_page(feuille: Worksheet, titres: str, *, a3: bool = False) -> None:
    """Landscape, one page wide, headings repeated, pages numbered."""
    page = feuille.page_setup
    page.orientation = "landscape"
    page.paperSize = 8 if a3 else 9
    page.fitToWidth, page.fitToHeight = 1, 0
    feuille.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    feuille.print_title_rows = titres
    pied = HeaderFooterItem(left=HeaderFooterPart("&F – &A"), right=HeaderFooterPart("&P / &N"))
    feuille.HeaderFooter.oddFooter = pied
    marges = feuille.page_margins
    marges.left = marges.right = 0.4
    marges.top = marges.bottom = 0.6
    marges.footer = 0.3
    feuille.sheet_view.showGridLines = False
