"""Which tests go through which function, measured once by running them."""

import ast
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import coverage

from tests.conftest import DEPOT

_ENTIERS = "tests/test_bilans.py"


@dataclass
class Carte:
    """For each test, its seconds and the functions that it goes through; those that fail have none."""

    chemin: Path
    secondes: dict[str, float] = field(default_factory=dict)
    fonctions: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def load(cls, chemin: Path) -> "Carte":
        """What was measured before, if anything, of the files of tests that have not changed."""
        carte = cls(chemin)
        if chemin.is_file():
            lu = json.loads(chemin.read_text("utf-8"))
            depuis = chemin.stat().st_mtime
            fichiers = {test.partition("::")[0] for test in lu["secondes"]}
            memes = {f for f in fichiers if _is_older(DEPOT / f, depuis)}
            for nom in ("secondes", "fonctions"):
                gardes = {t: v for t, v in lu[nom].items() if t.partition("::")[0] in memes}
                setattr(carte, nom, gardes)
        return carte

    def save(self) -> None:
        """Keep it for another time."""
        lu = {"secondes": self.secondes, "fonctions": self.fonctions}
        self.chemin.write_text(json.dumps(lu), "utf-8")

    def find(self, fichier: str, fonction: str) -> list[str]:
        """The tests that go through a function; through any of the file's when it has no name."""
        cherche = f"{fichier} {fonction}"
        if fonction:
            return [test for test, vues in self.fonctions.items() if cherche in vues]
        return [
            test
            for test, vues in self.fonctions.items()
            if any(v.startswith(cherche) for v in vues)
        ]


def _is_older(chemin: Path, depuis: float) -> bool:
    return chemin.is_file() and chemin.stat().st_mtime < depuis


class Mesure:
    """Coverage of the files that are to be changed, a context a test."""

    def __init__(self, sources: Mapping[str, Path]) -> None:
        self._sources = sources
        fichiers = [str(chemin) for chemin in sources.values()]
        self._coverage = coverage.Coverage(data_file=None, include=fichiers, config_file=False)

    def start(self) -> None:
        """Begin to look."""
        self._coverage.start()

    def enter(self, test: str) -> None:
        """What follows is of that test."""
        self._coverage.switch_context(test)

    def stop(self) -> dict[str, list[str]]:
        """The functions that each test went through, as «file function»."""
        self._coverage.stop()
        vues: dict[str, set[str]] = defaultdict(set)
        donnees = self._coverage.get_data()
        for fichier, chemin in self._sources.items():
            de_la_ligne = _list_fonctions(chemin.read_text("utf-8"))
            for ligne, tests in donnees.contexts_by_lineno(str(chemin)).items():
                for test in filter(None, tests):
                    if ligne in de_la_ligne:
                        vues[test].add(f"{fichier} {de_la_ligne[ligne]}")
        return {test: sorted(fonctions) for test, fonctions in vues.items()}


def _list_fonctions(source: str) -> dict[int, str]:
    """The function of each line of a body."""
    de_la_ligne: dict[int, str] = {}

    def walk(corps: Iterable[ast.stmt], avant: str) -> None:
        for noeud in corps:
            if isinstance(noeud, ast.ClassDef):
                walk(noeud.body, f"{avant}{noeud.name}.")
            elif isinstance(noeud, ast.FunctionDef):
                for ligne in range(noeud.body[0].lineno, (noeud.end_lineno or 0) + 1):
                    de_la_ligne[ligne] = avant + noeud.name

    walk(ast.parse(source).body, "")
    return de_la_ligne


def choose(
    tests: Sequence[str], carte: Carte, fichier: str, tueurs: Mapping[str, int], budget: float
) -> list[str]:
    """The tests to run, those that most likely fail first, within so many seconds.

    Half of the time is for what stands near the file, the other half for a few of every file;
    those that look at whole samples come first for what adds up, last for what reads.
    """
    rangs = _rank_in_file(tests, carte)
    voisins = Path(fichier.removesuffix(".py")).parts

    def nearness(test: str) -> tuple[float, ...]:
        chemin = Path(test.partition("::")[0]).parts[1:]
        communs = sum(1 for a, b in zip(voisins, chemin, strict=False) if a == b)
        # A function that every build goes through is looked at by the tests that name it.
        nomme = sum(_names(test.partition("::")[0], mot) for mot in voisins[-2:])
        return (-tueurs.get(test, 0), -communs - nomme, rangs[test])

    proches = _fill(sorted(tests, key=nearness), carte, budget / 2)
    restent = sorted(set(tests) - set(proches), key=lambda t: (rangs[t], carte.secondes[t], t))
    choisis = [*proches, *_fill(restent, carte, budget / 2)]
    entiers = [t for t in tests if t.startswith(_ENTIERS)]
    choisis = [t for t in choisis if t not in entiers]
    return [*entiers, *choisis] if voisins[0] == "subjects" else [*choisis, *entiers]


@cache
def _names(fichier: str, mot: str) -> bool:
    return mot in fichier or mot in (DEPOT / fichier).read_text("utf-8")


def _fill(tests: Sequence[str], carte: Carte, budget: float) -> list[str]:
    choisis = []
    for test in tests:
        if carte.secondes[test] <= budget:
            choisis.append(test)
            budget -= carte.secondes[test]
    return choisis


def _rank_in_file(tests: Sequence[str], carte: Carte) -> dict[str, int]:
    """The rank of each test among those of its file, the quickest first."""
    vus: dict[str, int] = defaultdict(int)
    rangs = {}
    for test in sorted(tests, key=lambda t: carte.secondes[t]):
        fichier = test.partition("::")[0]
        rangs[test] = vus[fichier] // 2  # two of a file, then two of the next
        vus[fichier] += 1
    return rangs
