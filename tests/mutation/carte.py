"""Which tests go through which statement, measured once by running them and kept in a file."""

import hashlib
import inspect
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import coverage

from tests.conftest import DEPOT
from tests.mutation.lieux import list_lieux
from tests.mutation.mutants import Mutant


@dataclass(frozen=True)
class Passage:
    """What one test goes through: for each «file function», its statements, counted from its head."""

    source: str  # a digest of the test's own text
    tour: int  # the run that measured it
    secondes: float
    lignes: dict[str, list[int]]  # none when it fails as things are


@dataclass
class Carte:
    """The passages of every test, those of tests that have changed left out."""

    chemin: Path
    passages: dict[str, Passage] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read what was measured before."""
        if self.chemin.is_file():
            lu = json.loads(self.chemin.read_text("utf-8"))
            self.passages = {test: Passage(**passage) for test, passage in lu.items()}
        self.tour = 1 + max((p.tour for p in self.passages.values()), default=0)

    def save(self) -> None:
        """Keep it for another time."""
        lu = {test: asdict(passage) for test, passage in self.passages.items()}
        self.chemin.write_text(json.dumps(lu), "utf-8")

    def keep(self, sources: Mapping[str, str]) -> list[str]:
        """Forget the tests that are gone or have changed; return those to measure."""
        self.passages = {t: p for t, p in self.passages.items() if sources.get(t) == p.source}
        return [test for test in sources if test not in self.passages]

    def find(self, mutant: Mutant, depuis: int = 0) -> list[str]:
        """The tests measured since, that go through its statement; else through its function."""
        ou, rang = f"{mutant.fichier} {mutant.fonction}", mutant.pas
        recents = {test: p.lignes for test, p in self.passages.items() if p.tour > depuis}
        if not mutant.du_code:
            fichier = f"{mutant.fichier} "
            return [
                test
                for test, lignes in recents.items()
                if any(v.startswith(fichier) for v in lignes) or _imports(test, mutant.fichier)
            ]
        precis = [test for test, lignes in recents.items() if rang in lignes.get(ou, ())]
        return precis or [test for test, lignes in recents.items() if ou in lignes]


def _imports(test: str, fichier: str) -> bool:
    """Whether a test holds what runs when that module is loaded: its lists, its patterns."""
    return name_module(fichier) in _read(test.partition("::")[0])


@cache
def _read(fichier: str) -> str:
    chemin = DEPOT / fichier
    return chemin.read_text("utf-8") if chemin.is_file() else ""


def name_module(fichier: str) -> str:
    """A module as Python names it."""
    return ".".join(("rapportpv", *Path(fichier).with_suffix("").parts))


def digest(item: Any) -> str:
    """What changes when the text of a test does, with its examples."""
    texte = inspect.getsource(item.function)
    return hashlib.sha256(texte.encode()).hexdigest()[:12]


class Mesure:
    """Coverage of the files that are to be changed, a context a test."""

    def __init__(self, sources: Mapping[str, Path]) -> None:
        self._sources = sources
        fichiers = [str(chemin) for chemin in sources.values()]
        self._coverage = coverage.Coverage(data_file=None, include=fichiers, config_file=False)
        self._coverage.set_option("run:disable_warnings", ["no-data-collected"])
        self._lieux = {f: list_lieux(c.read_text("utf-8")) for f, c in sources.items()}

    def start(self) -> None:
        """Begin to look."""
        self._coverage.erase()
        self._coverage.start()

    def enter(self, test: str) -> None:
        """What follows is of that test."""
        self._coverage.switch_context(test)

    def stop(self) -> dict[str, dict[str, list[int]]]:
        """For each test, the functions that it went through, and their statements."""
        self._coverage.stop()
        vues: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        donnees = self._coverage.get_data()
        for fichier, chemin in self._sources.items():
            for ligne, tests in donnees.contexts_by_lineno(str(chemin)).items():
                if ligne in self._lieux[fichier]:
                    fonction, rang = self._lieux[fichier][ligne]
                    _add(vues, tests, f"{fichier} {fonction}", rang)
        return {t: {f: sorted(r) for f, r in dits.items()} for t, dits in vues.items()}


def _add(
    vues: Mapping[str, Mapping[str, set[int]]], tests: Iterable[str], ou: str, rang: int
) -> None:
    for test in filter(None, tests):
        vues[test][ou].add(rang)
