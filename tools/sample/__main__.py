"""`python -m tools.sample [DOSSIER]`: write the workbooks, map and pictures of the sample."""

import sys
from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook

from tools.sample import (
    consultation,
    fcs,
    fonds_de_concours,
    npnru,
    programmation,
    seance,
    service,
    territoire,
)
from tools.sample.carte import write_geojson
from tools.sample.classeur import save_classeur
from tools.sample.illustrations import write_illustrations

DOSSIER = Path(__file__).parents[2] / "data" / "sample"

CLASSEURS: dict[str, Callable[[], Workbook]] = {
    "programmation": programmation.build_classeur,
    "fcs": fcs.build_classeur,
    "fonds_de_concours": fonds_de_concours.build_classeur,
    "territoire": territoire.build_classeur,
    "npnru": npnru.build_classeur,
    "service": service.build_classeur,
    "seance": seance.build_classeur,
    "consultation": consultation.build_classeur,
}


def write_sample(dossier: Path) -> list[Path]:
    """Write all that is made by script in 2022 below `dossier`, and return the paths."""
    annee = dossier / "2022"
    annee.mkdir(parents=True, exist_ok=True)
    chemins = []
    for nom, build in CLASSEURS.items():
        chemin = annee / f"{nom}.xlsx"
        save_classeur(build(), chemin)
        chemins.append(chemin)
    return [*chemins, write_geojson(annee), *write_illustrations(annee / "images")]


if __name__ == "__main__":
    write_sample(Path(sys.argv[1]) if len(sys.argv) > 1 else DOSSIER)
