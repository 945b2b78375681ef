"""The first sheet of an annotated copy: an anomaly a row, with a link to its cell."""

from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties

from rapportpv.core.anomalie import Anomalie, Severite
from rapportpv.export.lecture import clean, format_cellules, format_denombrement, shorten_cellules
from rapportpv.french.typographie import INSECABLE

COULEURS = {
    Severite.ERREUR: ("FFFFC7CE", "FF8C1D18"),
    Severite.ALERTE: ("FFFFEB9C", "FF6B4A00"),
    Severite.INFO: ("FFDDEBF7", "FF1A4A7A"),
}
"""The ground and the letters of each severity."""

_TITRE = "Anomalies"
_COLONNES = {
    "N°": 6,
    "Sévérité": 11,
    "Code": 9,
    "Feuille": 20,
    "Cellule": 22,
    "Valeur lue": 28,
    "Message": 70,
    "À écrire": 36,
}
_ENTETES = 5  # the row of the headings
_CELLULE = 5  # the column with the links
_ASSEZ_LONG = 250  # signs of a list of cells
_LIMITE = 32_000
_HAUTEUR = 15.5  # points a line
_SERRE = 1.1  # a little more signs in a column than its width says, which is in digits
_CONSIGNE = (
    "Corrigez le classeur d’origine, pas cette copie : rapportpv refuse de la lire, et la refait "
    "à chaque vérification."
)
_HAUT = Alignment(vertical="top", wrap_text=True)
_TRAIT = Border(*(Side("thin", color="FFBFBFBF"),) * 4)


def write_index(
    classeur: Workbook, fichier: str, anomalies: Sequence[Anomalie], reserves: str
) -> None:
    """Put the index in front of the other sheets, and show it when the workbook opens.

    `reserves` says what the copy does not have.
    """
    feuilles = set(classeur.sheetnames)
    feuille = classeur.create_sheet(_free_name(feuilles), 0)
    denombrement = format_denombrement(anomalies)
    _write(
        feuille, 1, 1, f"Anomalies de «{INSECABLE}{fichier}{INSECABLE}»{INSECABLE}: {denombrement}"
    )
    _write(feuille, 2, 1, _CONSIGNE)
    _write(feuille, 3, 1, reserves)
    _set_font(feuille["A1"], bold=True, size=14)
    _write_entetes(feuille)
    for rang, anomalie in enumerate(anomalies, start=1):
        _write_ligne(feuille, rang, anomalie, feuilles)
    _lay_out(feuille, _ENTETES + len(anomalies))
    _show(classeur, feuille)


def _free_name(pris: set[str]) -> str:
    plies = {nom.casefold() for nom in pris}
    noms = (_TITRE, *(f"{_TITRE} ({rang})" for rang in range(2, len(pris) + 3)))
    return next(nom for nom in noms if nom.casefold() not in plies)


def _write_entetes(feuille: Any) -> None:
    for colonne, (titre, largeur) in enumerate(_COLONNES.items(), start=1):
        cellule = _write(feuille, _ENTETES, colonne, titre)
        _set_font(cellule, bold=True, color="FFFFFFFF")
        cellule.fill = PatternFill("solid", start_color="FF1F3B5B")
        cellule.alignment, cellule.border = _HAUT, _TRAIT
        feuille.column_dimensions[get_column_letter(colonne)].width = largeur


def _write_ligne(feuille: Any, rang: int, anomalie: Anomalie, feuilles: set[str]) -> None:
    lieu = anomalie.lieu
    valeurs: tuple[str | int, ...] = (
        rang,
        anomalie.severite.value,
        anomalie.rule.code,
        lieu.feuille or "",
        _list_cellules(lieu.cellules),
        anomalie.valeur or "",
        anomalie.message,
        anomalie.suggestion or "",
    )
    for colonne, valeur in enumerate(valeurs, start=1):
        cellule = _write(feuille, _ENTETES + rang, colonne, valeur)
        cellule.alignment, cellule.border = _HAUT, _TRAIT
    fond, encre = COULEURS[anomalie.severite]
    severite = feuille.cell(_ENTETES + rang, 2)
    severite.fill = PatternFill("solid", start_color=fond)
    _set_font(severite, color=encre)
    if lieu.feuille in feuilles:
        _link(feuille.cell(_ENTETES + rang, _CELLULE), lieu.feuille, lieu.cellules)
    _fit(feuille, _ENTETES + rang)


def _list_cellules(cellules: Sequence[str]) -> str:
    toutes = format_cellules(cellules)
    return toutes if len(toutes) <= _ASSEZ_LONG else shorten_cellules(cellules)


def _link(cellule: Any, nom: str, cellules: Sequence[str]) -> None:
    """A link to the first cell, or to the sheet."""
    cible = f"{quote_sheetname(nom)}!{cellules[0] if cellules else 'A1'}"
    if not cellule.value:
        cellule.value = "la feuille"
    cellule.hyperlink = Hyperlink(ref=cellule.coordinate, location=cible)
    _set_font(cellule, color="FF0B4F94", underline="single")


def _set_font(cellule: Any, **traits: Any) -> None:
    """The workbook's own font, but for those traits."""
    usuelle = {"name": cellule.font.name, "size": cellule.font.size}
    cellule.font = Font(**usuelle | traits)


def _fit(feuille: Any, ligne: int) -> None:
    """Make the row as high as its longest text: LibreOffice does not do it by itself."""
    lignes = [
        1 + len(str(feuille.cell(ligne, colonne).value or "")) // int(largeur * _SERRE)
        for colonne, largeur in enumerate(_COLONNES.values(), start=1)
    ]
    feuille.row_dimensions[ligne].height = max(lignes) * _HAUTEUR


def _write(feuille: Any, ligne: int, colonne: int, valeur: str | int) -> Any:
    """A text is a text: one that begins as a formula does is kept from becoming one."""
    cellule = feuille.cell(ligne, colonne)
    if isinstance(valeur, str):
        texte = clean(valeur)[:_LIMITE]
        cellule.value = texte or None
        if texte:
            cellule.data_type = "s"
            cellule.quotePrefix = texte[0] in "=+-@"
    else:
        cellule.value = valeur
    return cellule


def _lay_out(feuille: Any, derniere: int) -> None:
    feuille.freeze_panes = f"A{_ENTETES + 1}"
    feuille.auto_filter.ref = f"A{_ENTETES}:{get_column_letter(len(_COLONNES))}{derniere}"
    feuille.print_title_rows = f"{_ENTETES}:{_ENTETES}"
    feuille.page_setup.orientation = "landscape"
    feuille.page_setup.fitToHeight = 0
    feuille.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _show(classeur: Workbook, feuille: Any) -> None:
    """Select that sheet alone: with two of them selected, Excel types in both at once."""
    for autre in classeur.worksheets:
        for vue in autre.views.sheetView:
            vue.tabSelected = autre is feuille
    classeur.active = feuille
    for vue in classeur.views:
        vue.firstSheet = 0
