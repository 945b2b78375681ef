"""What a build costs beside a bare import of the libraries it uses: time and memory, as ratios.

Both are run in turn, each in a process of its own; the medians are compared. `make bench`.
"""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

RACINE = Path(__file__).resolve().parents[1]
TOURS = 9
BIBLIOTHEQUES = (
    "defusedxml, docx, docxtpl, jinja2, lxml.etree, markdown_it, openpyxl, pandas, pydantic, "
    "pyproj, rapidfuzz, shapely, typer, xlsxwriter"
)


@dataclass(frozen=True)
class Mesure:
    """One run: seconds by the wall clock, peak memory in the system's unit."""

    secondes: float
    memoire: float


def measure(arguments: list[str]) -> Mesure:
    """The cost of that command, run once by this Python from the top of the repository."""
    debut = time.perf_counter()
    processus = subprocess.Popen(
        [sys.executable, *arguments], cwd=RACINE, stdout=subprocess.DEVNULL
    )
    _, etat, usage = os.wait4(processus.pid, 0)
    secondes = time.perf_counter() - debut
    processus.returncode = os.waitstatus_to_exitcode(etat)
    if processus.returncode:
        raise SystemExit(f"{' '.join(arguments)}: exit code {processus.returncode}")
    return Mesure(secondes, usage.ru_maxrss)


def main() -> None:
    """Print the two medians and their ratio, for time and for memory."""
    with tempfile.TemporaryDirectory() as sortie:
        build = ["-m", "rapportpv", "build", "2022", "--sortie", sortie]
        imports = ["-c", f"import {BIBLIOTHEQUES}"]
        measure(build), measure(imports)  # byte-code and disk cache
        tours = [(measure(build), measure(imports)) for _ in range(TOURS)]
    builds, nus = zip(*tours, strict=True)
    temps = [median(mesure.secondes for mesure in mesures) for mesures in (builds, nus)]
    memoire = [median(mesure.memoire for mesure in mesures) for mesures in (builds, nus)]
    print(f"build / bare import, medians of {TOURS} runs")
    print(f"  time    {temps[0] / temps[1]:.2f}  ({temps[0]:.2f} s / {temps[1]:.2f} s)")
    print(f"  memory  {memoire[0] / memoire[1]:.2f}")


if __name__ == "__main__":
    main()
