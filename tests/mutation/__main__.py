"""`make mutation`: the modules that count changed in one place at a time, and what no test sees."""

import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.conftest import DEPOT
from tests.mutation.carte import Carte
from tests.mutation.equivalents import load_equivalents, part_equivalents
from tests.mutation.essais import SOURCES, Serveur
from tests.mutation.journal import Journal
from tests.mutation.mutants import Mutant, list_mutants
from tests.mutation.page import write_page
from tests.mutation.seul import OPTIONS, Tirage

MODULES = (
    *("reading/montant.py", "reading/nombres.py", "reading/unites.py", "reading/signes.py"),
    *("reading/kinds.py", "reading/rows.py", "reading/additions.py", "core/somme.py"),
    *("reading/totals/*.py", "core/quantites.py", "core/chiffre.py"),
    *("subjects/programmation/*.py", "subjects/*/figures.py"),
)
TIRES = 600
TESTS = (
    "core",
    "french",
    "oracle/test_exemples.py",
    "reading",
    "subjects",
    "year",
    "test_exemple.py",
)
TESTS += ("test_bilans.py",)
GARDE = DEPOT / ".mutation"
"""Where the map and what came of each mutant are kept: erased, the campaign begins anew."""
ASSEZ = 0.9
"""The part of the mutants that a test must see."""


def main() -> int:
    """Try all those of the modules that are named, else a sample of all; 1 when many survive."""
    motifs = sys.argv[1:]
    mutants = list_all(motifs or MODULES)
    if not motifs:
        mutants = draw(mutants, TIRES)
    GARDE.mkdir(exist_ok=True)
    journal = Journal(GARDE / "issues.jsonl")
    serveur = Serveur(mutants, Carte(GARDE / "carte.json"), journal, _list_chemins(MODULES))
    pytest.main([*OPTIONS, *(f"tests/{nom}" for nom in TESTS)], plugins=[serveur, Tirage()])
    juges, vivants = part_equivalents(
        (m for m in mutants if not journal.issues[m.cle].vu), load_equivalents()
    )
    dit = f"{len(mutants)} changements, {len(juges)} équivalents, {len(vivants)} survivants\n"
    sys.stdout.write(dit)
    sys.stdout.writelines(f"{mutant.nom}\n" for mutant in vivants)
    if not motifs:
        write_page(DEPOT / "docs" / "fiabilite.md", mutants, juges, vivants)
    return int(len(vivants) + len(juges) > (1 - ASSEZ) * len(mutants))


def draw(mutants: Sequence[Mutant], combien: int) -> list[Mutant]:
    """So many of them, by what they are: a line that changes replaces only its own."""
    tires = sorted(mutants, key=lambda m: hashlib.sha256(m.cle.encode()).digest())[:combien]
    return sorted(tires, key=lambda m: (m.fichier, m.rang, m.variante))


def list_all(motifs: Sequence[str]) -> list[Mutant]:
    """The mutants of the modules that match."""
    return [m for chemin in _list_chemins(motifs) for m in _list_of(chemin)]


def _list_chemins(motifs: Sequence[str]) -> list[Path]:
    chemins = {chemin for motif in motifs for chemin in SOURCES.glob(motif)}
    return sorted(chemin for chemin in chemins if chemin.name != "__init__.py")


def _list_of(chemin: Path) -> list[Mutant]:
    nom = chemin.relative_to(SOURCES).as_posix()
    return list(list_mutants(nom, chemin.read_text("utf-8")))


if __name__ == "__main__":
    sys.exit(main())
