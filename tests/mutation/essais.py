"""Mutants tried one by one, each in a fork of a pytest that has collected everything."""

import ast
import gc
import os
import resource
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import DEPOT
from tests.mutation.carte import Carte, Mesure, choose
from tests.mutation.greffe import GreffeError, Vivants, graft_code, graft_constantes
from tests.mutation.mutants import Mutant, mutate

SOURCES = DEPOT / "src" / "rapportpv"
SECONDES = 20.0  # of tests for one mutant, those that most likely see it first
_VIVANT, _TUE, _NON_GREFFE = 0, 1, 3
_TROP = 2 * 2**30  # bytes more than what the parent holds


class Serveur:
    """A plugin that tries mutants instead of running the tests."""

    def __init__(self, mutants: Sequence[Mutant], carte: Carte, chemins: Sequence[Path]) -> None:
        self._mutants, self._carte = mutants, carte
        self._chemins = {c.relative_to(SOURCES).as_posix(): c for c in chemins}
        self._items: dict[str, pytest.Item] = {}
        self._echecs: set[str] = set()
        self._tueurs: dict[str, Counter[str]] = defaultdict(Counter)
        self.survivants: list[Mutant] = []
        self.sans_test: list[Mutant] = []

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Measure what is not known yet, then try the mutants."""
        self._items = {item.nodeid: item for item in session.items}
        self._measure([n for n in self._items if n not in self._carte.secondes])
        connus = {n: f for n, f in self._carte.fonctions.items() if n in self._items}
        self._carte.fonctions = connus
        gc.collect()
        self._vivants = Vivants()
        gc.freeze()
        for rang, mutant in enumerate(self._mutants, start=1):
            self._judge(mutant)
            if rang % 50 == 0 or rang == len(self._mutants):
                self._tell(rang)
        return True

    def pytest_runtest_logreport(self, report: Any) -> None:
        """Remember what each test takes, and those that fail as things are."""
        vus = self._carte.secondes
        vus[report.nodeid] = vus.get(report.nodeid, 0.0) + report.duration
        if report.failed:
            self._echecs.add(report.nodeid)

    def _measure(self, noms: Sequence[str]) -> None:
        if not noms:
            return
        mesure = Mesure(self._chemins)
        mesure.start()
        for nom, suivant in zip(noms, [*noms[1:], None], strict=True):
            mesure.enter(nom)
            self._run(nom, suivant)
        vues = mesure.stop()
        sains = {n: vues.get(n, []) for n in noms if n not in self._echecs}
        self._carte.fonctions |= sains
        self._carte.save()

    def _run(self, nom: str, suivant: str | None) -> None:
        item = self._items[nom]
        prochain = self._items[suivant] if suivant else None
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=prochain)

    def _judge(self, mutant: Mutant) -> None:
        fonction = mutant.fonction if mutant.du_code else ""
        tests = self._carte.find(mutant.fichier, fonction)
        tueurs = self._tueurs[mutant.fichier]
        choisis = choose(tests, self._carte, mutant.fichier, tueurs, SECONDES)
        if not choisis:
            self.sans_test.append(mutant)
            return
        fin, tueur = self._try_here(mutant, choisis)
        if fin == _NON_GREFFE:
            fin, tueur = _try_apart(mutant, choisis), ""
        if tueur:
            tueurs[tueur] += 1
        if fin == _VIVANT:
            self.survivants.append(mutant)
            sys.stderr.write(f"{mutant.nom}\n")

    def _try_here(self, mutant: Mutant, choisis: Sequence[str]) -> tuple[int, str]:
        """How the tests end in a fork, and the one that failed."""
        lire, ecrire = os.pipe()
        enfant = os.fork()
        if enfant == 0:
            os.close(lire)
            self._become(mutant, choisis, ecrire)
        os.close(ecrire)
        with os.fdopen(lire, encoding="utf-8") as dit:
            tueur = dit.read()
        _, etat = os.waitpid(enfant, 0)
        code = os.waitstatus_to_exitcode(etat)
        return (code if code in {_VIVANT, _NON_GREFFE} else _TUE), tueur

    def _become(self, mutant: Mutant, choisis: Sequence[str], ecrire: int) -> None:
        """Be the mutant, run the tests, and end."""
        code = _NON_GREFFE
        try:
            limit(self._carte, choisis)
            rien = os.open(os.devnull, os.O_WRONLY)
            os.dup2(rien, 1)
            os.dup2(rien, 2)
            graft(mutant, self._vivants)
            code = _VIVANT
            for nom, suivant in zip(choisis, [*choisis[1:], None], strict=True):
                self._echecs.clear()
                self._run(nom, suivant)
                if self._echecs:
                    os.write(ecrire, nom.encode())
                    code = _TUE
                    break
        except GreffeError:
            pass
        except BaseException:
            code = _TUE if code == _VIVANT else _NON_GREFFE
        finally:
            os._exit(code)

    def _tell(self, rang: int) -> None:
        vivants = len(self.survivants) + len(self.sans_test)
        sys.stderr.write(f"{rang}/{len(self._mutants)} : {vivants} vivants\n")


def limit(carte: Carte, choisis: Sequence[str]) -> None:
    """Bound the seconds and the memory of this process: a mutant may loop for ever."""
    secondes = 10 + int(4 * sum(carte.secondes[t] for t in choisis))
    resource.setrlimit(resource.RLIMIT_CPU, (secondes, secondes))
    pris = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (pris + _TROP, pris + _TROP))


def graft(mutant: Mutant, vivants: Vivants) -> None:
    """Put a mutant into the modules that are loaded."""
    module = import_module(name_module(mutant))
    assert module.__file__ is not None
    source = (SOURCES / mutant.fichier).read_text("utf-8")
    arbre = mutate(source, mutant)
    if mutant.du_code:
        graft_code(vivants.fonctions[module.__file__], compile(arbre, module.__file__, "exec"))
    else:
        graft_constantes(module, ast.parse(source), arbre)
    vivants.forget()


def name_module(mutant: Mutant) -> str:
    """The module as Python names it."""
    return ".".join(("rapportpv", *Path(mutant.fichier).with_suffix("").parts))


def _try_apart(mutant: Mutant, choisis: Sequence[str]) -> int:
    """How the tests end in a process that loads the mutant from the start."""
    seul = [sys.executable, "-m", "tests.mutation.seul", mutant.fichier]
    seul += [str(mutant.rang), str(mutant.variante), *choisis]
    fait = subprocess.run(seul, check=False, cwd=DEPOT, capture_output=True, timeout=300)
    return _VIVANT if fait.returncode == 0 else _TUE
