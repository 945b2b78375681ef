"""The workbooks of `init`, filled in, through other programs: the figures are the same."""

import csv
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import load_workbook

from rapportpv.scaffold.annee import lay
from rapportpv.year.controle import check_annee
from tests.scaffold.google import Cellule, write_google
from tests.scaffold.test_annee import VAL_D_ORGE, nobody
from tools.premiers_pas import type_projets

Feuilles = dict[str, list[list[Cellule]]]

_SOMME = re.compile(r"SUM\(([A-Z]+)(\d+):([A-Z]+)(\d+)\)")


@pytest.fixture(scope="module")
def saisi(tmp_path_factory) -> Path:
    """The project of `init`, its two communes, its quartier and its ten projects typed."""
    projet = tmp_path_factory.mktemp("saisi")
    lay(projet, None, VAL_D_ORGE, nobody)
    type_projets(projet)
    return projet


def figures(projet: Path) -> dict[str, object]:
    controle = check_annee(projet, 2024)
    assert not controle.is_blocked(), [str(a) for a in controle.anomalies]
    assert {a.rule.code for a in controle.anomalies} <= {"PV029", "PV506"}
    return {nom: chiffre.valeur for nom, chiffre in controle.bilan.chiffres.items()}


def read_feuilles(chemin: Path) -> Feuilles:
    """The sheets of a workbook of `init`, each formula with the value that a spreadsheet gives."""
    feuilles: Feuilles = {}
    for page in load_workbook(chemin).worksheets:
        lignes = [[cellule.value for cellule in ligne] for ligne in page.iter_rows()]
        feuilles[page.title] = [
            [compute(valeur, page) if _is_formule(valeur) else valeur for valeur in ligne]
            for ligne in lignes
        ]
    return feuilles


def _is_formule(valeur: object) -> bool:
    return isinstance(valeur, str) and valeur.startswith("=")


def compute(formule: str, page) -> tuple[str, str | float]:
    """The formula without its sign, and its value: sums, and sums of rows that have an amount."""
    gauche, haut, droite, bas = _SOMME.search(formule).groups()
    cellules = [c.value for ligne in page[f"{gauche}{haut}:{droite}{bas}"] for c in ligne]
    nombres = [v for v in cellules if isinstance(v, int | float)]
    if any(map(_is_formule, cellules)):  # the total of the totals of the rows
        nombres = [v for c in cellules if _is_formule(c) and (v := compute(c, page)[1]) != ""]
    vide = "COUNT" in formule and not nombres
    return formule[1:], "" if vide else sum(nombres)


def write_xlsxwriter(chemin: Path, feuilles: Feuilles, **options: bool) -> None:
    with xlsxwriter.Workbook(str(chemin), options) as classeur:
        for nom, lignes in feuilles.items():
            feuille = classeur.add_worksheet(nom)
            for rang, ligne in enumerate(lignes):
                for colonne, valeur in enumerate(ligne):
                    if isinstance(valeur, tuple):
                        feuille.write_formula(rang, colonne, f"={valeur[0]}", None, valeur[1])
                    elif valeur is not None:
                        feuille.write(rang, colonne, valeur)


def write_xlsxwriter_stream(chemin: Path, feuilles: Feuilles) -> None:
    write_xlsxwriter(chemin, feuilles, constant_memory=True)


def write_csv(separateur: str, encodage: str, virgule: str) -> Callable[[Path, Feuilles], None]:
    def write(chemin: Path, feuilles: Feuilles) -> None:
        """The first sheet, as spreadsheets save it: numbers as they are shown."""
        with chemin.open("w", encoding=encodage, newline="") as flux:
            for ligne in next(iter(feuilles.values())):
                csv.writer(flux, delimiter=separateur).writerow(map(show, ligne))

    def show(valeur: Cellule) -> str:
        lue = valeur[1] if isinstance(valeur, tuple) else valeur
        texte = "" if lue is None else str(lue)
        return texte.replace(".", virgule) if isinstance(lue, float) else texte

    return write


ECRIVAINS = {
    "XlsxWriter": (".xlsx", write_xlsxwriter),
    "XlsxWriter en flux": (".xlsx", write_xlsxwriter_stream),
    "Google Sheets": (".xlsx", write_google),
    "CSV d'Excel en français": (".csv", write_csv(";", "cp1252", ",")),
    "CSV UTF-8": (".csv", write_csv(";", "utf-8-sig", ",")),
    "CSV de Google": (".csv", write_csv(",", "utf-8", ".")),
}


@pytest.mark.parametrize("ecrivain", ECRIVAINS)
def test_the_figures_are_those_of_the_workbook_that_init_laid_down(saisi, tmp_path, ecrivain):
    suffixe, write = ECRIVAINS[ecrivain]
    lay(tmp_path, None, VAL_D_ORGE, nobody)
    for nom in ("programmation", "territoire") if suffixe == ".xlsx" else ("programmation",):
        chemin = tmp_path / "2024" / f"{nom}.xlsx"
        feuilles = read_feuilles(saisi / "2024" / chemin.name)
        chemin.unlink()
        write(chemin.with_suffix(suffixe), feuilles)
    if suffixe == ".csv":  # a file has one sheet only: the other workbook stays as it is
        territoire = Path("2024", "territoire.xlsx")
        (tmp_path / territoire).write_bytes((saisi / territoire).read_bytes())
    attendus = figures(saisi)
    assert attendus["programmation.projets_deposes"] == 10
    assert attendus["programmation.total"] * 2 == 124601
    assert figures(tmp_path) == attendus
