"""Files made to fill the memory are refused with a sentence, in no time and in little room."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from rapportpv.reading.rules.pv002_fichier_illisible import RAISONS
from tests.reading.classeur.hostiles import HOSTILES

RACINE = Path(__file__).parents[3]
LIRE = """
import sys
from pathlib import Path
from time import process_time
from rapportpv.reading.classeur.read import read_classeur
from rapportpv.reading.classeur.refus import ClasseurRefuseError
try:
    from resource import RUSAGE_CHILDREN, getrusage
    enfants = lambda: getrusage(RUSAGE_CHILDREN)
    haut = lambda: int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])
except ImportError:  # Windows
    enfants, haut = (lambda: None), (lambda: 0)
debut = process_time()
try:
    read_classeur(Path(sys.argv[1]))
    rendu = "lu"
except ClasseurRefuseError as refus:
    rendu = f"{refus.raison} {refus.feuille} {refus.cellule}"
temps = process_time() - debut + getattr(enfants(), "ru_utime", 0)
print(temps, max(haut(), getattr(enfants(), "ru_maxrss", 0)), rendu, sep="|", end="")
"""


@pytest.mark.parametrize("nom", HOSTILES)
def test_a_hostile_file_is_read_or_refused_in_no_time(tmp_path, nom):
    ecrire, attendu = HOSTILES[nom]
    chemin = ecrire(tmp_path / nom)
    rendu = subprocess.run(
        [sys.executable, "-c", LIRE, str(chemin)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(RACINE / "src")},
        check=True,
        timeout=60,
    )
    temps, memoire, dit = rendu.stdout.split("|")
    assert (dit, rendu.stderr) == (attendu, "")
    assert float(temps) < 3
    assert int(memoire) < 300 * 1024
    if attendu != "lu":
        assert RAISONS[attendu.split()[0]]
