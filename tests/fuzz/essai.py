"""One command in a process of its own: what it said, how long it took, how much it held."""

import os
import resource
import signal
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

SECONDES = 10
MEGAOCTETS = 1024
_PERDU = 70  # the code of a process that an exception ended: none of the program's
_TRACES = ("Traceback", "Erreur imprévue", "Fatal Python")


@dataclass(frozen=True)
class Essai:
    """What a command did: its exit code, what it printed, seconds, megabytes."""

    code: int
    dit: str
    annonce: str
    secondes: float
    memoire: int

    @property
    def faute(self) -> str:
        """What should never happen, empty when it did not."""
        if self.secondes > SECONDES:
            return f"plus de {SECONDES} s"
        if self.memoire > MEGAOCTETS:
            return f"plus de {MEGAOCTETS} Mo"
        if self.code not in (0, 1, 2):
            return f"code {self.code}"
        return next((trace for trace in _TRACES if trace in self.annonce + self.dit), "")


def run(arguments: Sequence[str], dossier: Path) -> Essai:
    """What the command does in that folder; killed when it lasts too long."""
    dit, annonce = dossier / "dit.txt", dossier / "annonce.txt"
    depart = time.monotonic()
    enfant = os.fork()
    if enfant == 0:
        _become(arguments, dossier, dit, annonce)
    signal.signal(signal.SIGALRM, lambda *_: os.kill(enfant, signal.SIGKILL))
    signal.alarm(2 * SECONDES)
    _, etat, usage = os.wait4(enfant, 0)
    signal.alarm(0)
    secondes = usage.ru_utime + usage.ru_stime if os.WIFEXITED(etat) else time.monotonic() - depart
    code = os.waitstatus_to_exitcode(etat)
    dits = (chemin.read_text("utf-8", "replace") for chemin in (dit, annonce))
    return Essai(code, *dits, secondes, usage.ru_maxrss // 1024)


def _become(arguments: Sequence[str], dossier: Path, dit: Path, annonce: Path) -> None:
    """Be the command, and end with it."""
    code = _PERDU
    try:
        signal.alarm(0)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        for chemin, flux in ((dit, 1), (annonce, 2)):
            os.dup2(os.open(chemin, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), flux)
        sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False)
        os.chdir(dossier)
        sys.argv = ["rapportpv", *arguments]
        from rapportpv import cli

        cli.main()
    except SystemExit as fin:
        code = int(fin.code or 0)
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
