"""Mutants tried one by one, each in a fork of a pytest that has collected everything."""

import ast
import gc
import hashlib
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from importlib import import_module
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import DEPOT
from tests.mutation.carte import Carte, Mesure, Passage, digest, name_module
from tests.mutation.choix import choose
from tests.mutation.fourche import NON_GREFFE, TUE, VIVANT, bound_seconds, run_apart
from tests.mutation.greffe import GreffeError, Vivants, graft_code, graft_constantes
from tests.mutation.journal import Issue, Journal
from tests.mutation.mutants import Mutant, mutate

SOURCES = DEPOT / "src" / "rapportpv"
SECONDES = 20.0  # of tests for one mutant, those that most likely see it first
_ATTENTE = 20.0  # seconds between two writings of the map


class Serveur:
    """A plugin that tries mutants instead of running the tests."""

    def __init__(
        self, mutants: Sequence[Mutant], carte: Carte, journal: Journal, chemins: Sequence[Path]
    ) -> None:
        self._mutants, self._carte, self._journal = mutants, carte, journal
        # A run that measured nothing new still let survivors go by: the next one is another.
        vus = (issue.tour for issue in journal.issues.values())
        carte.tour = max(carte.tour, 1 + max(vus, default=0))
        self._chemins = {c.relative_to(SOURCES).as_posix(): c for c in chemins}
        self._sources = {f: _digest(c) for f, c in self._chemins.items()}
        self._items: dict[str, pytest.Item] = {}
        self._secondes: Counter[str] = Counter()
        self._echecs: set[str] = set()
        self._surs: set[str] = set()
        self._tueurs: dict[str, Counter[str]] = defaultdict(Counter)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Measure what is not known yet, then try the mutants."""
        self._items = {item.nodeid: item for item in session.items}
        self._vivants = Vivants()
        self._measure(self._carte.keep({n: digest(item) for n, item in self._items.items()}))
        gc.collect()
        self._vivants = Vivants()
        gc.freeze()
        for rang, mutant in enumerate(self._mutants, start=1):
            self._judge(mutant)
            if rang % 50 == 0 or rang == len(self._mutants):
                sys.stderr.write(f"{rang}/{len(self._mutants)}\n")
        return True

    def pytest_runtest_logreport(self, report: Any) -> None:
        """Remember what each test takes, and those that fail."""
        self._secondes[report.nodeid] += report.duration
        if report.failed:
            self._echecs.add(report.nodeid)

    def _measure(self, noms: Sequence[str]) -> None:
        mesure = Mesure(self._chemins)
        ecrit = time.monotonic()
        for _, groupe in groupby(noms, key=lambda nom: nom.partition("::")[0]):
            tests = list(groupe)
            mesure.start()
            for nom in tests:
                self._vivants.forget()  # what a test remembers, the next one would not go through
                mesure.enter(nom)
                self._run(nom, None)
            vues = mesure.stop()
            self._carte.passages |= {nom: self._describe(nom, vues.get(nom, {})) for nom in tests}
            if time.monotonic() - ecrit > _ATTENTE:
                self._carte.save()
                ecrit = time.monotonic()
        if noms:
            self._carte.save()

    def _describe(self, nom: str, lignes: dict[str, list[int]]) -> Passage:
        sain = lignes if nom not in self._echecs else {}
        return Passage(digest(self._items[nom]), self._carte.tour, self._secondes[nom], sain)

    def _run(self, nom: str, suivant: str | None) -> None:
        item = self._items[nom]
        prochain = self._items[suivant] if suivant else None
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=prochain)

    def _judge(self, mutant: Mutant) -> None:
        """Try it with the tests that have not let it live yet, those that it is known by first."""
        source, tours = self._sources[mutant.fichier], self._list_tours()
        if self._journal.is_known(mutant.cle, source, tours):
            return
        depuis = self._journal.find_tour(mutant.cle, source)
        choisis = self._choose(mutant, self._carte.find(mutant, depuis))
        fin, tueur = self._try(mutant, choisis)
        while tueur and not self._is_sure(tueur):
            choisis.remove(tueur)
            fin, tueur = self._try(mutant, choisis)
        if tueur:
            self._tueurs[mutant.fichier][tueur] += 1
        self._journal.write(Issue(mutant.cle, source, self._carte.tour, fin == TUE, tueur))
        if fin == VIVANT:
            sys.stderr.write(f"{mutant.nom}\n")

    def _list_tours(self) -> dict[str, int]:
        return {test: passage.tour for test, passage in self._carte.passages.items()}

    def _choose(self, mutant: Mutant, tests: Sequence[str]) -> list[str]:
        secondes = {test: self._carte.passages[test].secondes for test in tests}
        choisis = choose(secondes, mutant.fichier, self._tueurs[mutant.fichier], SECONDES)
        ancien = self._journal.issues.get(mutant.cle)
        if ancien and ancien.tueur in self._items:
            choisis = [ancien.tueur, *(t for t in choisis if t != ancien.tueur)]
        return choisis

    def _try(self, mutant: Mutant, choisis: Sequence[str]) -> tuple[int, str]:
        if not choisis:
            return VIVANT, ""

        def prepare() -> bool:
            try:
                graft(mutant, self._vivants)
            except GreffeError:
                return False
            return True

        fin, tueur = run_apart(prepare, choisis, self._passes)
        return (_try_alone(mutant, choisis), "") if fin == NON_GREFFE else (fin, tueur)

    def _passes(self, nom: str, suivant: str | None) -> bool:
        bound_seconds(3 + 5 * self._carte.passages[nom].secondes)
        self._echecs.clear()
        self._run(nom, suivant)
        return not self._echecs

    def _is_sure(self, test: str) -> bool:
        """Whether a test passes in a fork where nothing is changed; one that does not is left out."""

        def prepare() -> bool:
            self._vivants.forget()
            return True

        if test not in self._surs:
            fin, _ = run_apart(prepare, [test], self._passes)
            if fin == TUE:
                self._carte.passages[test].lignes.clear()
                return False
            self._surs.add(test)
        return True


def _digest(chemin: Path) -> str:
    return hashlib.sha256(chemin.read_bytes()).hexdigest()[:12]


def graft(mutant: Mutant, vivants: Vivants) -> None:
    """Put a mutant into the modules that are loaded."""
    module = import_module(name_module(mutant.fichier))
    assert module.__file__ is not None
    source = (SOURCES / mutant.fichier).read_text("utf-8")
    arbre = mutate(source, mutant)
    if mutant.du_code:
        graft_code(vivants.fonctions[module.__file__], compile(arbre, module.__file__, "exec"))
    else:
        graft_constantes(module, ast.parse(source), arbre)
    vivants.forget()


def _try_alone(mutant: Mutant, choisis: Sequence[str]) -> int:
    """How the tests end in a process that loads the mutant from the start."""
    seul = [sys.executable, "-m", "tests.mutation.seul", mutant.fichier]
    seul += [str(mutant.rang), str(mutant.variante), *choisis]
    try:
        fait = subprocess.run(seul, check=False, cwd=DEPOT, capture_output=True, timeout=120)
    except subprocess.TimeoutExpired:
        return TUE
    return VIVANT if fait.returncode == 0 else TUE
