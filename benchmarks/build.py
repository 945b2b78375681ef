"""What a build costs beside a bare import of the libraries it uses: time and memory, as ratios.

Both are run in turn, each in a process of its own; the medians are compared. `make bench-autres`.
"""

import sys
import tempfile

from benchmarks.mesure import measure

TOURS = 9
BIBLIOTHEQUES = (  # what it imports: not openpyxl, nor docxtpl once a template is known
    "jinja2, lxml.etree, markdown_it, pandas, pydantic, pyproj, python_calamine, rapidfuzz, "
    "shapely, stdnum.fr, typer, xlsxwriter"
)


def main() -> None:
    """Print the two medians and their ratio, for time and for memory."""
    with tempfile.TemporaryDirectory() as sortie:
        couts = measure(
            {
                "build": [sys.executable, "-m", "rapportpv", "build", "2022", "--sortie", sortie],
                "imports": [sys.executable, "-c", f"import {BIBLIOTHEQUES}"],
            },
            TOURS,
        )
    build, imports = couts["build"], couts["imports"]
    print(f"build / bare import, medians of {TOURS} runs")
    print(f"  CPU     {build.cpu / imports.cpu:.2f}  ({build.cpu:.2f} s / {imports.cpu:.2f} s)")
    print(f"  wall    {build.mur / imports.mur:.2f}")
    print(f"  memory  {build.memoire / imports.memoire:.2f}")


if __name__ == "__main__":
    main()
