"""What a check costs, as ratios, each in a process of its own, in turn; medians are compared.

The sample, beside a bare import of the libraries. Then 200 to 200,000 rows of 25 columns, beside
calamine's plain read of the same file: CPU (user and system) less what ten rows cost, which is the
imports. `python -m benchmarks.check [ROWS …]`; 200,000 when it is asked for: it takes ten minutes.
"""

import sys
import tempfile
from pathlib import Path

from benchmarks.build import TOURS
from benchmarks.grands import ANNEE, write_apart
from benchmarks.mesure import RACINE, measure

BIBLIOTHEQUES = (  # what it imports; pydantic alone is lazy
    "defusedxml, markdown_it, mdit_py_plugins.footnote, openpyxl, pandas, pydantic.main, "
    "rapidfuzz.distance, rapidfuzz.process, shapely, stdnum.fr.siret, stdnum.fr.siren, typer"
)
CALAMINE = (
    "import python_calamine as c; "
    "c.CalamineWorkbook.from_path({!r}).get_sheet_by_index(0).to_python()"
)
LIGNES = (200, 2_000, 20_000)


def list_commandes(racine: Path, lignes: int, *, formules: bool = False) -> list[list[str]]:
    """A check of a project of that many rows, and a plain read of its workbook."""
    chemin = write_apart(racine, lignes, formules=formules)
    check = ["-m", "rapportpv", "check", str(ANNEE), "--dossier", str(racine)]
    return [[sys.executable, *c] for c in (check, ["-c", CALAMINE.format(str(chemin))])]


def compare(racine: Path, lignes: int, *, formules: bool) -> None:
    """Print the ratio of that size, with and without the imports, and the peak memory."""
    tours = 3 if lignes > 20_000 else 5
    commandes = list_commandes(racine / "grand", lignes, formules=formules)
    commandes += list_commandes(racine / "dix", 10)
    couts = measure(dict(zip(("check", "lecture", "imports", "nu"), commandes, strict=True)), tours)
    check, lecture = couts["check"].cpu, couts["lecture"].cpu
    net = (check - couts["imports"].cpu) / (lecture - couts["nu"].cpu)
    quoi = "formulas" if formules else "values"
    print(
        f"| {lignes} | {quoi} | {tours} | {check / lecture:.1f} | {net:.2f} | "
        f"{couts['check'].memoire:.0f} | {check:.2f} |"
    )


def compare_exemple() -> None:
    """Print what a check of the sample costs beside a bare import."""
    check = ["-m", "rapportpv", "check", "--dossier", str(RACINE / "data" / "sample")]
    couts = measure(
        {
            "check": [sys.executable, *check],
            "imports": [sys.executable, "-c", f"import {BIBLIOTHEQUES}"],
        },
        TOURS,
    )
    temps, reference = couts["check"].cpu, couts["imports"].cpu
    print(f"check of the sample / bare import, CPU, medians of {TOURS} runs")
    print(f"  {temps / reference:.2f}  ({temps:.2f} s / {reference:.2f} s)\n")


def main() -> None:
    """Print the ratios."""
    compare_exemple()
    print("check / calamine's plain read, medians\n")
    print("| rows | totals | runs | CPU | CPU less imports | peak MiB | check, CPU s |")
    print("| ---: | --- | ---: | ---: | ---: | ---: | ---: |")
    for lignes in map(int, sys.argv[1:]) if sys.argv[1:] else LIGNES:
        for formules in (False, True) if lignes == 20_000 else (False,):
            with tempfile.TemporaryDirectory() as dossier:
                compare(Path(dossier), lignes, formules=formules)


if __name__ == "__main__":
    main()
