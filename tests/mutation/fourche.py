"""Tests run in a fork of this process, bounded in seconds and in memory."""

import os
import resource
import signal
from collections.abc import Callable, Sequence
from pathlib import Path

VIVANT, TUE, NON_GREFFE = 0, 1, 3
_TROP = 2 * 2**30  # bytes more than what the parent holds


def run_apart(
    prepare: Callable[[], bool], tests: Sequence[str], run: Callable[[str, str | None], bool]
) -> tuple[int, str]:
    """How the tests end in a fork, and the one that failed.

    `prepare` says whether the fork is what it should be; `run` takes a test and the one after it,
    and says whether it passes.
    """
    lire, ecrire = os.pipe()
    enfant = os.fork()
    if enfant == 0:
        os.close(lire)
        _become(prepare, tests, run, ecrire)
    os.close(ecrire)
    with os.fdopen(lire, encoding="utf-8") as dit:
        lignes = dit.read().splitlines()
    _, etat = os.waitpid(enfant, 0)
    code = os.waitstatus_to_exitcode(etat)
    if code in {VIVANT, NON_GREFFE}:
        return code, ""
    return TUE, lignes[-1] if lignes else ""


def _become(
    prepare: Callable[[], bool],
    tests: Sequence[str],
    run: Callable[[str, str | None], bool],
    ecrire: int,
) -> None:
    code = NON_GREFFE
    try:
        _hush()
        bound_memory()
        if prepare():
            code = VIVANT
            for test, suivant in zip(tests, [*tests[1:], None], strict=True):
                os.write(ecrire, f"{test}\n".encode())
                if not run(test, suivant):
                    code = TUE
                    break
    except BaseException:
        code = TUE if code == VIVANT else NON_GREFFE
    finally:
        os._exit(code)


def _hush() -> None:
    rien = os.open(os.devnull, os.O_WRONLY)
    os.dup2(rien, 1)
    os.dup2(rien, 2)


def bound_seconds(secondes: float) -> None:
    """End this process when it computes for so many seconds more: a mutant may loop for ever."""
    signal.setitimer(signal.ITIMER_PROF, secondes)


def bound_memory() -> None:
    """Let this process take some more memory, and no end of it."""
    pris = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (pris + _TROP, pris + _TROP))
