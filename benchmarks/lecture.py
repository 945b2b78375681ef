"""What reading costs beside calamine's plain read of the same file: CPU less the imports.

20,000 rows of 25 columns as Excel saves them (shared strings), with values and with formulas. Each
is read in a process of its own, in turn; the medians are compared. `python -m benchmarks.lecture`,
with a number of rows or nothing.
"""

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from zipfile import ZIP_DEFLATED, ZipFile

from benchmarks.mesure import RACINE
from rapportpv.core.emplacement import column_letter

TOURS = 5
COLONNES = 25
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
BUREAU = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PAQUET = "http://schemas.openxmlformats.org/package/2006"
CALAMINE = """
import sys, time, numpy, python_calamine
debut = time.process_time()
python_calamine.CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()
"""
LECTEUR = """
import sys, time, numpy, python_calamine
from pathlib import Path
from rapportpv.reading.classeur.read import read_classeur
debut = time.process_time()
read_classeur(Path(sys.argv[1]))
"""
FIN = """
print(time.process_time() - debut)
status = __import__("pathlib").Path("/proc/self/status")  # elsewhere, no memory is told
print(status.read_text().split("VmHWM:")[1].split()[0] if status.exists() else 0)
"""


def write_classeur(chemin: Path, lignes: int, *, formules: bool) -> None:
    """Fifteen columns of texts, nine of amounts, and their sum."""
    textes: dict[str, int] = {}
    rangees = []
    for ligne in range(1, lignes + 1):
        cellules = []
        for colonne in range(1, COLONNES + 1):
            adresse = f"{column_letter(colonne)}{ligne}"
            if colonne <= 15:
                texte = f"Texte {ligne * colonne % (2 + ligne // (1 + colonne % 5))} de {colonne}"
                rang = textes.setdefault(texte, len(textes))
                cellules.append(f'<c r="{adresse}" s="1" t="s"><v>{rang}</v></c>')
            elif colonne < COLONNES or not formules:
                cellules.append(f'<c r="{adresse}"><v>{ligne * colonne % 99991 / 100}</v></c>')
            else:
                somme = f"<f>SUM(P{ligne}:X{ligne})</f><v>{ligne % 977}.5</v>"
                cellules.append(f'<c r="{adresse}">{somme}</c>')
        rangees.append(f'<row r="{ligne}" spans="1:25">{"".join(cellules)}</row>')
    corps = "".join(rangees)
    partages = "".join(f"<si><t>{texte}</t></si>" for texte in textes)
    relation = f'<Relationship Id="{{}}" Type="{BUREAU}/{{}}" Target="{{}}"/>'
    liens = relation.format("f", "worksheet", "worksheets/sheet1.xml")
    liens += relation.format("t", "sharedStrings", "sharedStrings.xml")
    racine = relation.format("d", "officeDocument", "xl/workbook.xml")
    espace = f'<Relationships xmlns="{PAQUET}/relationships">{{}}</Relationships>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PAQUET}/content-types"/>',
        "_rels/.rels": espace.format(racine),
        "xl/_rels/workbook.xml.rels": espace.format(liens),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{BUREAU}"><sheets>'
        '<sheet name="F" sheetId="1" r:id="f"/></sheets></workbook>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{partages}</sst>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{corps}'
        "</sheetData></worksheet>",
    }
    with ZipFile(chemin, "w", ZIP_DEFLATED) as archive:
        for nom, contenu in parts.items():
            archive.writestr(nom, contenu)


def measure(programme: str, chemin: Path) -> tuple[float, float]:
    """Seconds of CPU and peak MiB of that reading, in a process of its own."""
    rendu = subprocess.run(
        [sys.executable, "-c", programme + FIN, str(chemin)],
        cwd=RACINE,
        capture_output=True,
        text=True,
        check=True,
    )
    temps, memoire = map(float, rendu.stdout.split())
    return temps, memoire / 1024


def main() -> None:
    """Print the ratio for values and for formulas."""
    lignes = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as dossier:
        for formules in (False, True):
            chemin = Path(dossier) / f"{formules}.xlsx"
            write_classeur(chemin, lignes, formules=formules)
            paires = [(measure(CALAMINE, chemin), measure(LECTEUR, chemin)) for _ in range(TOURS)]
            nu, lu = (median(m[0] for m in mesures) for mesures in zip(*paires, strict=True))
            genre = "formulas" if formules else "values"
            print(f"{lignes} rows, {genre}: reading / calamine, CPU, medians of {TOURS}")
            print(f"  time    {lu / nu:.2f}  ({lu:.2f} s / {nu:.2f} s)")
            print(f"  memory  {paires[-1][1][1]:.0f} MiB / {paires[-1][0][1]:.0f} MiB")


if __name__ == "__main__":
    main()
