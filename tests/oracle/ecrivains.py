"""The same rows through programs that save them unlike one another."""

import csv
from collections.abc import Callable
from pathlib import Path

import xlsxwriter
from openpyxl import Workbook

from tests.oracle.projets import Cellule, Lignes
from tests.scaffold.google import write_google


def write_openpyxl(chemin: Path, feuille: str, lignes: Lignes) -> None:
    classeur = Workbook()
    page = classeur.worksheets[0]
    page.title = feuille
    for ligne in lignes:
        page.append(ligne)
    classeur.save(chemin)


def write_openpyxl_stream(chemin: Path, feuille: str, lignes: Lignes) -> None:
    classeur = Workbook(write_only=True)
    page = classeur.create_sheet(feuille)
    for ligne in lignes:
        page.append(ligne)
    classeur.save(chemin)


def write_xlsxwriter(chemin: Path, feuille: str, lignes: Lignes, *, flux: bool = False) -> None:
    with xlsxwriter.Workbook(str(chemin), {"constant_memory": flux}) as classeur:
        page = classeur.add_worksheet(feuille)
        for rang, ligne in enumerate(lignes):
            page.write_row(rang, 0, ligne)


def write_xlsxwriter_stream(chemin: Path, feuille: str, lignes: Lignes) -> None:
    write_xlsxwriter(chemin, feuille, lignes, flux=True)


def write_sheets(chemin: Path, feuille: str, lignes: Lignes) -> None:
    write_google(chemin, {feuille: lignes})


def write_csv(chemin: Path, _: str, lignes: Lignes) -> None:
    """As Excel saves it in French."""
    with chemin.open("w", encoding="cp1252", newline="") as flux:
        csv.writer(flux, delimiter=";").writerows([map(_show, ligne) for ligne in lignes])


def _show(valeur: Cellule) -> str:
    return str(valeur).replace(".", ",") if isinstance(valeur, float) else str(valeur or "")


ECRIVAINS: dict[str, tuple[str, Callable[[Path, str, Lignes], None]]] = {
    "openpyxl": (".xlsx", write_openpyxl),
    "openpyxl en flux": (".xlsx", write_openpyxl_stream),
    "XlsxWriter": (".xlsx", write_xlsxwriter),
    "XlsxWriter en flux": (".xlsx", write_xlsxwriter_stream),
    "Google Sheets": (".xlsx", write_sheets),
    "CSV d'Excel en français": (".csv", write_csv),
}
