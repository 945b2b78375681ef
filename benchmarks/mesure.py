"""Commands measured in turn, each in a process of its own; medians are compared."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

RACINE = Path(__file__).resolve().parents[1]
ENVIRON = {nom: v for nom, v in os.environ.items() if nom != "PYTHONDONTWRITEBYTECODE"}
"""Byte-code is kept, as it is of a program that pip installed: compiling it is no cost of ours."""

_MIB = 1024 if sys.platform == "linux" else 1024 * 1024


@dataclass(frozen=True)
class Cout:
    """One run, or the medians of several: seconds of CPU (user and system), of wall; peak MiB."""

    cpu: float
    mur: float
    memoire: float

    def __sub__(self, autre: "Cout") -> "Cout":
        return Cout(self.cpu - autre.cpu, self.mur - autre.mur, self.memoire - autre.memoire)


def cost(commande: Sequence[str], codes: Sequence[int] = (0,)) -> Cout:
    """What a command costs, run once from the top of the repository."""
    debut = time.perf_counter()
    processus = subprocess.Popen(
        commande,
        cwd=RACINE,
        env=ENVIRON,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, etat, usage = os.wait4(processus.pid, 0)
    mur = time.perf_counter() - debut
    processus.returncode = os.waitstatus_to_exitcode(etat)
    if processus.returncode not in codes:
        raise SystemExit(f"{' '.join(commande)}: exit code {processus.returncode}")
    return Cout(usage.ru_utime + usage.ru_stime, mur, usage.ru_maxrss / _MIB)


def measure(
    commandes: Mapping[str, Sequence[str]], tours: int, codes: Sequence[int] = (0,)
) -> dict[str, Cout]:
    """The medians of each command, run in turn: A B A B…, once more before, for the disk cache."""
    if tours > 1:
        for commande in commandes.values():
            cost(commande, codes)
    passages = [{n: cost(c, codes) for n, c in commandes.items()} for _ in range(tours)]
    return {
        nom: Cout(
            median(passage[nom].cpu for passage in passages),
            median(passage[nom].mur for passage in passages),
            median(passage[nom].memoire for passage in passages),
        )
        for nom in commandes
    }
