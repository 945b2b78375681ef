"""What starting costs: commands that do next to nothing, beside `python -c pass`."""

import sys

from benchmarks.mesure import RACINE, Cout, measure

TOURS = 15
RIEN = "python -c pass"
_PROGRAMME = [sys.executable, "-m", "rapportpv"]
_EXEMPLE = ["--dossier", str(RACINE / "data" / "sample")]
COMMANDES = {
    RIEN: [sys.executable, "-c", "pass"],
    "import typer": [sys.executable, "-c", "import typer"],
    "--version": [*_PROGRAMME, "--version"],
    "--help": [*_PROGRAMME, "--help"],
    "a wrong command": [*_PROGRAMME, "chek"],
    "explain PV101": [*_PROGRAMME, "explain", "PV101"],
    "build --list": [*_PROGRAMME, "build", "2022", "--list", *_EXEMPLE],
}
VISEES = {"--version": 6, "--help": 6, "a wrong command": 7, "explain PV101": 9, "build --list": 10}
"""What the ratios aim at."""


def measure_demarrage(tours: int = TOURS) -> dict[str, Cout]:
    """The cost of each; a wrong command ends with 2."""
    return measure(COMMANDES, tours, codes=(0, 2))
