"""The same rows through every program at hand that writes workbooks, and whether they are read.

    python benchmarks/ecrivains.py [FOLDER]

Writers that are not installed are passed over; those tried are named in `docs/lecture.md`. Install
what you want to try beside the project: openpyxl, XlsxWriter, PyExcelerate, pandas, polars,
pylightxl, tablib, rustpy-xlsxwriter, xlwt, odfpy, pyexcel-ods3, ezodf, LibreOffice (`soffice`).
"""

import csv
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from rapportpv.reading.classeur.read import read_classeur

ENTETE = ["N° dossier", "Intitulé", "Opérateur", "ANCT", "Région", "Total", "Communes"]
LIGNES: list[list[Any]] = [ENTETE] + [
    [
        f"24-{n:04}",
        f"Action {n} : l’été & l’œuvre <{n}>",
        f"Opérateur {n % 7}",
        1000 * n,
        round(n * 12.35, 2),
        round(1000 * n + n * 12.35, 2),
        None if n % 3 else "Orge ; Aa",
    ]
    for n in range(1, 61)
]


def _openpyxl(chemin: Path) -> None:
    from openpyxl import Workbook

    classeur = Workbook()
    feuille = classeur.worksheets[0]
    for ligne in LIGNES:
        feuille.append(ligne)
    classeur.save(chemin)


def _openpyxl_stream(chemin: Path) -> None:
    from openpyxl import Workbook

    classeur = Workbook(write_only=True)
    feuille = classeur.create_sheet("Feuille")
    for ligne in LIGNES:
        feuille.append(ligne)
    classeur.save(chemin)


def _xlsxwriter(chemin: Path, **options: bool) -> None:
    import xlsxwriter

    classeur = xlsxwriter.Workbook(str(chemin), options)
    feuille = classeur.add_worksheet()
    for rang, ligne in enumerate(LIGNES):
        feuille.write_row(rang, 0, ligne)
    classeur.close()


def _xlsxwriter_stream(chemin: Path) -> None:
    _xlsxwriter(chemin, constant_memory=True)


def _pyexcelerate(chemin: Path) -> None:
    from pyexcelerate import Workbook

    classeur = Workbook()
    classeur.new_sheet("Feuille", data=LIGNES)
    classeur.save(str(chemin))


def _frame() -> Any:
    import pandas as pd

    return pd.DataFrame(LIGNES[1:], columns=ENTETE)


def _pandas_openpyxl(chemin: Path) -> None:
    _frame().to_excel(chemin, index=False, engine="openpyxl")


def _pandas_xlsxwriter(chemin: Path) -> None:
    _frame().to_excel(chemin, index=False, engine="xlsxwriter")


def _pandas_odf(chemin: Path) -> None:
    _frame().to_excel(chemin, index=False, engine="odf")


def _pandas_csv(chemin: Path) -> None:
    _frame().to_csv(chemin, index=False, sep=";", decimal=",", encoding="cp1252", errors="replace")


def _polars(chemin: Path) -> None:
    import polars as pl

    pl.DataFrame(LIGNES[1:], schema=ENTETE, orient="row").write_excel(chemin)


def _polars_csv(chemin: Path) -> None:
    import polars as pl

    pl.DataFrame(LIGNES[1:], schema=ENTETE, orient="row").write_csv(chemin)


def _pylightxl(chemin: Path) -> None:
    import pylightxl

    base = pylightxl.Database()
    base.add_ws("Feuille")
    for rang, ligne in enumerate(LIGNES, 1):
        for colonne, valeur in enumerate(ligne, 1):
            if valeur is not None:
                base.ws("Feuille").update_index(row=rang, col=colonne, val=valeur)
    pylightxl.writexl(base, str(chemin))


def _tablib(chemin: Path) -> None:
    import tablib

    donnees = tablib.Dataset(*LIGNES[1:], headers=ENTETE)
    chemin.write_bytes(donnees.export(chemin.suffix[1:]))


def _rust(chemin: Path) -> None:
    from rustpy_xlsxwriter import write_worksheet

    lignes = [dict(zip(ENTETE, ligne, strict=True)) for ligne in LIGNES[1:]]
    write_worksheet(lignes, str(chemin))


def _xlwt(chemin: Path) -> None:
    import xlwt

    classeur = xlwt.Workbook()
    feuille = classeur.add_sheet("Feuille")
    for rang, ligne in enumerate(LIGNES):
        for colonne, valeur in enumerate(ligne):
            if valeur is not None:
                feuille.write(rang, colonne, valeur)
    classeur.save(str(chemin))


def _pyexcel_ods(chemin: Path) -> None:
    from pyexcel_ods3 import save_data

    lignes = [["" if v is None else v for v in ligne] for ligne in LIGNES]
    save_data(str(chemin), {"Feuille": lignes})


def _csv_semicolon(chemin: Path) -> None:
    with chemin.open("w", encoding="utf-8-sig", newline="") as flux:
        csv.writer(flux, delimiter=";").writerows(
            [str(v).replace(".", ",") if isinstance(v, float) else v for v in ligne]
            for ligne in LIGNES
        )


def _csv_tabs(chemin: Path) -> None:
    with chemin.open("w", encoding="utf-16", newline="") as flux:
        csv.writer(flux, delimiter="\t").writerows(LIGNES)


def _libreoffice(chemin: Path) -> None:
    """Another program's workbook, opened and saved by LibreOffice."""
    bureau = shutil.which("soffice")
    if not bureau:
        raise ImportError
    with tempfile.TemporaryDirectory() as dossier:
        source = Path(dossier) / f"{chemin.stem}.xlsx"
        _openpyxl(source)
        vers = {".csv": "csv:Text - txt - csv (StarCalc):59,34,76,1,,1036,false,true"}
        subprocess.run(
            [bureau, f"-env:UserInstallation=file://{dossier}/profil", "--headless", "--convert-to",
             vers.get(chemin.suffix, chemin.suffix[1:]), "--outdir", str(chemin.parent), source],
            check=True, capture_output=True, timeout=300,
        )  # fmt: skip


ECRIVAINS: tuple[tuple[str, Callable[[Path], None], str], ...] = (
    ("openpyxl", _openpyxl, ".xlsx"),
    ("openpyxl write_only", _openpyxl_stream, ".xlsx"),
    ("openpyxl", _openpyxl, ".xlsm"),
    ("XlsxWriter", _xlsxwriter, ".xlsx"),
    ("XlsxWriter constant_memory", _xlsxwriter_stream, ".xlsx"),
    ("PyExcelerate", _pyexcelerate, ".xlsx"),
    ("pandas openpyxl", _pandas_openpyxl, ".xlsx"),
    ("pandas xlsxwriter", _pandas_xlsxwriter, ".xlsx"),
    ("pandas odf", _pandas_odf, ".ods"),
    ("pandas csv", _pandas_csv, ".csv"),
    ("polars", _polars, ".xlsx"),
    ("polars csv", _polars_csv, ".csv"),
    ("pylightxl", _pylightxl, ".xlsx"),
    ("tablib", _tablib, ".xlsx"),
    ("tablib", _tablib, ".ods"),
    ("tablib", _tablib, ".xls"),
    ("rustpy-xlsxwriter", _rust, ".xlsx"),
    ("xlwt", _xlwt, ".xls"),
    ("pyexcel-ods3", _pyexcel_ods, ".ods"),
    ("csv", _csv_semicolon, ".csv"),
    ("csv tabs UTF-16", _csv_tabs, ".csv"),
    *(("LibreOffice", _libreoffice, suffixe) for suffixe in (".xlsx", ".ods", ".xls", ".csv")),
)


def compare(chemin: Path) -> str:
    """What differs between the rows written and those read; empty for nothing."""
    lues = next(grille.lignes for grille in read_classeur(chemin) if grille.lignes)
    for numero, (ecrite, lue) in enumerate(zip(LIGNES, lues, strict=False), 1):
        if [_plain(v) for v in ecrite] != [_plain(v) for v in lue]:
            return f"line {numero}: {lue}"
    return "" if len(lues) == len(LIGNES) else f"{len(lues)} rows"


def _plain(valeur: Any) -> Any:
    return valeur.replace("?", "’") if isinstance(valeur, str) else valeur


def run(dossier: Path) -> Iterator[tuple[str, str, str]]:
    """The writers at hand, the kind of file, and what differs."""
    for rang, (nom, ecrire, suffixe) in enumerate(ECRIVAINS):
        chemin = dossier / f"{rang:02}{suffixe}"
        try:
            ecrire(chemin)
        except ImportError:
            yield nom, suffixe, "not installed"
            continue
        yield nom, suffixe, compare(chemin)


def main() -> None:
    """Print a line for each writer."""
    with tempfile.TemporaryDirectory() as dossier:
        ici = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(dossier)
        ici.mkdir(exist_ok=True)
        for nom, suffixe, ecart in run(ici):
            print(f"{nom:28} {suffixe:6} {ecart or 'same'}")


if __name__ == "__main__":
    main()
