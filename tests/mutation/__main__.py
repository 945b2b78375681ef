"""`make mutation`: every mutant of the modules that count, and those that no test sees."""

import random
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.conftest import DEPOT
from tests.mutation.carte import Carte
from tests.mutation.essais import SOURCES, Serveur
from tests.mutation.mutants import Mutant, list_mutants
from tests.mutation.seul import OPTIONS, Tirage

MODULES = (
    *("reading/montant.py", "reading/nombres.py", "reading/unites.py", "reading/signes.py"),
    *("reading/kinds.py", "reading/rows.py", "reading/additions.py", "core/somme.py"),
    *("reading/totals/*.py", "core/quantites.py", "core/chiffre.py"),
    *("subjects/programmation/*.py", "subjects/*/figures.py"),
)
GRAINE, TIRES = 2022, 600
TESTS = (
    "core",
    "french",
    "oracle",
    "reading",
    "subjects",
    "year",
    "test_exemple.py",
    "test_bilans.py",
)


def main() -> int:
    """Try them, tell the survivors; 1 when one of them was never judged."""
    mutants = list(_list_mutants(sys.argv[1:] or MODULES))
    if len(sys.argv) == 1:
        mutants = random.Random(GRAINE).sample(mutants, TIRES)
    serveur = Serveur(mutants, Carte.load(DEPOT / ".mutation.json"), _list_chemins(MODULES))
    pytest.main([*OPTIONS, *(f"tests/{nom}" for nom in TESTS)], plugins=[serveur, Tirage()])
    vivants = serveur.survivants + serveur.sans_test
    for mutant in vivants:
        sys.stdout.write(f"{mutant.nom}\n")
    sys.stdout.write(f"{len(mutants)} mutants, {len(vivants)} vivants\n")
    return 0


def _list_mutants(motifs: Sequence[str]) -> list[Mutant]:
    return [m for chemin in _list_chemins(motifs) for m in _list_of(chemin)]


def _list_chemins(motifs: Sequence[str]) -> list[Path]:
    chemins = {chemin for motif in motifs for chemin in SOURCES.glob(motif)}
    return sorted(chemin for chemin in chemins if chemin.name != "__init__.py")


def _list_of(chemin: Path) -> list[Mutant]:
    nom = chemin.relative_to(SOURCES).as_posix()
    return list(list_mutants(nom, chemin.read_text("utf-8")))


if __name__ == "__main__":
    sys.exit(main())
