"""What a check costs, as ratios, each in a process of its own, in turn; medians are compared.

The sample, beside a bare import of the libraries. Then 200 to 200,000 rows of 25 columns, beside
calamine's plain read of the same file: CPU (user and system) less what ten rows cost, which is the
imports. `python benchmarks/check.py [ROWS …]`; 200,000 when it is asked for: it takes ten minutes.
"""

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from build import RACINE, TOURS, measure
from grands import ANNEE, write_projet

BIBLIOTHEQUES = (  # what it imports; pydantic alone is lazy
    "defusedxml, markdown_it, mdit_py_plugins.footnote, openpyxl, pandas, pydantic.main, "
    "rapidfuzz.distance, rapidfuzz.process, shapely, stdnum.fr.siret, stdnum.fr.siren, typer"
)
CALAMINE = (
    "import python_calamine as c; "
    "c.CalamineWorkbook.from_path({!r}).get_sheet_by_index(0).to_python()"
)
LIGNES = (200, 2_000, 20_000)
MIB = 1024 if sys.platform == "linux" else 1024 * 1024


@dataclass(frozen=True)
class Cout:
    """One run: seconds of CPU, peak memory in MiB."""

    cpu: float
    memoire: float


def cost(arguments: list[str]) -> Cout:
    """What that command costs, run once by this Python."""
    processus = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.DEVNULL)
    _, etat, usage = os.wait4(processus.pid, 0)
    processus.returncode = os.waitstatus_to_exitcode(etat)
    if processus.returncode:
        raise SystemExit(f"{' '.join(arguments)}: exit code {processus.returncode}")
    return Cout(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / MIB)


def list_commandes(racine: Path, lignes: int, *, formules: bool = False) -> list[list[str]]:
    """A check of a project of that many rows, and a plain read of its workbook."""
    chemin = write_projet(racine, lignes, formules=formules)
    check = ["-m", "rapportpv", "check", str(ANNEE), "--dossier", str(racine)]
    return [check, ["-c", CALAMINE.format(str(chemin))]]


def compare(racine: Path, lignes: int, *, formules: bool) -> None:
    """Print the ratio of that size, with and without the imports, and the peak memory."""
    tours = 3 if lignes > 20_000 else 5
    commandes = list_commandes(racine / "grand", lignes, formules=formules)
    commandes += list_commandes(racine / "dix", 10)
    mesures = [[cost(commande) for commande in commandes] for _ in range(tours)]
    check, lecture, imports, nu = (
        median(mesure[rang].cpu for mesure in mesures) for rang in range(4)
    )
    quoi = "formulas" if formules else "values"
    print(
        f"| {lignes} | {quoi} | {tours} | {check / lecture:.1f} | "
        f"{(check - imports) / (lecture - nu):.2f} | {mesures[0][0].memoire:.0f} | {check:.2f} |"
    )


def compare_exemple() -> None:
    """Print what a check of the sample costs beside a bare import."""
    check = ["-m", "rapportpv", "check", "--dossier", str(RACINE / "data" / "sample")]
    imports = ["-c", f"import {BIBLIOTHEQUES}"]
    measure(check), measure(imports)  # byte-code and disk cache
    paires = [(measure(check).secondes, measure(imports).secondes) for _ in range(TOURS)]
    temps, reference = (median(secondes) for secondes in zip(*paires, strict=True))
    print(f"check of the sample / bare import, medians of {TOURS} runs")
    print(f"  time    {temps / reference:.2f}  ({temps:.2f} s / {reference:.2f} s)\n")


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
