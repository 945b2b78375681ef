"""What starting costs: commands that do next to nothing, beside `python -c pass`.

CPU (user and system), in turn; medians are compared. `python benchmarks/demarrage.py [RUNS]`.
"""

from build import RACINE
from check import MIB, cost  # noqa: F401

TOURS = 15
RIEN = ["-c", "pass"]
EXEMPLE = ["--dossier", str(RACINE / "data" / "sample")]
COMMANDES = {
    "--version": ["--version"],
    "--help": ["--help"],
    "a wrong command": ["chek"],
    "explain PV101": ["explain", "PV101"],
    "build --list": ["build", "2022", "--list", *EXEMPLE],
    "check of the sample": ["check", "2022", *EXEMPLE],
}
