"""The short bench of `.ci/run`: ratios that a change must not spoil, with room for noise.

Bounds are about half above what was measured (RESULTS.md): they tell a slip, not a draught.
"""

import sys
import tempfile
from pathlib import Path

from benchmarks.build import BIBLIOTHEQUES
from benchmarks.demarrage import RIEN, measure_demarrage
from benchmarks.grands import ANNEE, write_projet
from benchmarks.mesure import RACINE, measure

DEMARRAGE = {"--version": 2.5, "--help": 11.0, "a wrong command": 12.0, "explain PV101": 11.0}
DEMARRAGE |= {"build --list": 12.5}
CHECK = 3.3  # 20,000 rows, less imports, × calamine's plain read
BUILD = 3.2  # of the sample, × the bare import of its libraries
_TOURS = 5
LONGUE = 3.0  # 9,800 more rows of a Word table, × raw lxml
CALAMINE = (
    "import python_calamine as c; "
    "c.CalamineWorkbook.from_path({!r}).get_sheet_by_index(0).to_python()"
)
IMPORTS = f"import {BIBLIOTHEQUES}"


def measure_check(lignes: int, tours: int) -> float:
    """A check of that many rows beside calamine's plain read of them, less what ten rows cost."""
    with tempfile.TemporaryDirectory() as dossier:
        commandes = {}
        for nom, combien in (("grand", lignes), ("dix", 10)):
            classeur = write_projet(Path(dossier, nom), combien)
            projet = ["--dossier", str(Path(dossier, nom))]
            commandes[f"check {nom}"] = [
                *(sys.executable, "-m", "rapportpv", "check", str(ANNEE)),
                *projet,
            ]
            commandes[f"calamine {nom}"] = [sys.executable, "-c", CALAMINE.format(str(classeur))]
        couts = measure(commandes, tours)
    return (couts["check grand"] - couts["check dix"]).cpu / (
        couts["calamine grand"] - couts["calamine dix"]
    ).cpu


def measure_build(tours: int) -> float:
    """A build of the sample beside the bare import of what it needs."""
    with tempfile.TemporaryDirectory() as sortie:
        exemple = ["--dossier", str(RACINE / "data" / "sample"), "--sortie", sortie]
        couts = measure(
            {
                "build": [sys.executable, "-m", "rapportpv", "build", "2022", *exemple],
                "imports": [sys.executable, "-c", IMPORTS],
            },
            tours,
        )
    return couts["build"].cpu / couts["imports"].cpu


def measure_longue(tours: int) -> float:
    """10,000 rows of a Word table less 200, beside lxml's; both in this environment."""
    scripts = {
        "nous": [str(RACINE / "benchmarks" / "longue.py")],
        "lxml": [str(RACINE / "benchmarks" / "pairs" / "tableaux.py"), "lxml"],
    }
    with tempfile.TemporaryDirectory() as dossier:
        commandes = {
            f"{nom} {lignes}": [sys.executable, *script, str(lignes), f"{dossier}/{nom}.docx"]
            for nom, script in scripts.items()
            for lignes in (200, 10_000)
        }
        couts = measure(commandes, tours)
    ajouts = [(couts[f"{nom} 10000"] - couts[f"{nom} 200"]).cpu for nom in scripts]
    return ajouts[0] / ajouts[1]


def main() -> None:
    """Print each ratio beside its bound; exit code 1 when one is above."""
    demarrage = measure_demarrage(_TOURS)
    rapports = {
        nom: (demarrage[nom].cpu / demarrage[RIEN].cpu, borne) for nom, borne in DEMARRAGE.items()
    }
    rapports["check, 20,000 rows"] = (measure_check(20_000, _TOURS), CHECK)
    rapports["build of the sample"] = (measure_build(_TOURS), BUILD)
    rapports["rows of a Word table"] = (measure_longue(_TOURS), LONGUE)
    for nom, (rapport, borne) in rapports.items():
        print(f"{nom:20} {rapport:6.2f}  (at most {borne:g})")
    trop = [nom for nom, (rapport, borne) in rapports.items() if rapport > borne]
    if trop:
        raise SystemExit(f"slower than they were: {', '.join(trop)}")


if __name__ == "__main__":
    main()
