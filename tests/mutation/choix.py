"""Which tests to run for a mutant: those that most likely see it first."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from tests.conftest import DEPOT

_ENTIERS = "tests/test_bilans.py"


def choose(
    tests: Mapping[str, float], fichier: str, tueurs: Mapping[str, int], budget: float
) -> list[str]:
    """The tests to run of those given with their seconds, within so many seconds.

    Half of the time is for what stands near the file, the other half for a few of every file;
    those that look at whole samples come first for what adds up, last for what reads.
    """
    rangs = _rank_in_file(tests)
    voisins = Path(fichier.removesuffix(".py")).parts

    def nearness(test: str) -> tuple[float, ...]:
        chemin = Path(test.partition("::")[0]).parts[1:]
        communs = sum(1 for a, b in zip(voisins, chemin, strict=False) if a == b)
        # A function that every build goes through is looked at by the tests that name it.
        nomme = sum(_names(test.partition("::")[0], mot) for mot in voisins[-2:])
        return (-tueurs.get(test, 0), -communs - nomme, rangs[test])

    proches = _fill(sorted(tests, key=nearness), tests, budget / 2)
    restent = sorted(set(tests) - set(proches), key=lambda t: (rangs[t], tests[t], t))
    choisis = [*proches, *_fill(restent, tests, budget / 2)]
    entiers = [t for t in tests if t.startswith(_ENTIERS)]
    choisis = [t for t in choisis if t not in entiers]
    return [*entiers, *choisis] if voisins[0] == "subjects" else [*choisis, *entiers]


@cache
def _names(fichier: str, mot: str) -> bool:
    return mot in fichier or mot in (DEPOT / fichier).read_text("utf-8")


def _fill(tests: Sequence[str], secondes: Mapping[str, float], budget: float) -> list[str]:
    choisis = []
    for test in tests:
        if secondes[test] <= budget:
            choisis.append(test)
            budget -= secondes[test]
    return choisis


def _rank_in_file(tests: Mapping[str, float]) -> dict[str, int]:
    """The rank of each test among those of its file, the quickest first."""
    vus: dict[str, int] = defaultdict(int)
    rangs = {}
    for test in sorted(tests, key=lambda t: tests[t]):
        fichier = test.partition("::")[0]
        rangs[test] = vus[fichier] // 2  # two of a file, then two of the next
        vus[fichier] += 1
    return rangs
