"""Processes that work side by side, each on one thing at a time.

The pools of the standard library wait for ever when one of their processes is killed, or give up
all that is left; and none can end a task that hangs.
"""

import gc
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

from msgspec import Struct

Element = TypeVar("Element")
Rendu = TypeVar("Rendu")

_CONTEXTE = get_context("spawn")  # the same on all systems; a fork copies locks that are held


class Arret(Struct, frozen=True):
    """Why a task gave nothing: it took too long, or its process ended with that code."""

    hors_delai: bool = False
    code: int | None = None
    faute: str = ""  # the exception that the task raised: its class


class Tache(Struct, Generic[Element, Rendu], frozen=True):
    """What is done to each thing: a function of a module, and the seconds that it may take.

    `preparer` imports, once a process, what it needs.
    """

    preparer: Callable[[], None]
    faire: Callable[[Element], Rendu]
    delai: float


class _Ouvrier(Generic[Element, Rendu]):
    """A process, and what it is at work on."""

    def __init__(self, tache: Tache[Element, Rendu]) -> None:
        self._tache = tache
        self.lien, sien = _CONTEXTE.Pipe()
        self._processus = _CONTEXTE.Process(
            target=_work, args=(sien, tache.preparer, tache.faire), daemon=True
        )
        self._processus.start()
        sien.close()
        self.debut = 0.0

    def give(self, element: Element) -> None:
        self.element, self.debut = element, time.monotonic()
        with suppress(OSError):  # it has ended: `take` says so
            self.lien.send(element)

    @property
    def fin(self) -> float:
        return self.debut + self._tache.delai

    def take(self) -> Rendu | Arret:
        """What the task gave, or why it gave nothing: then the process is no more."""
        try:
            if self.lien.poll():
                rendu: Rendu | Arret = self.lien.recv()
                return rendu
            self.end()
            return Arret(hors_delai=True)
        except (EOFError, OSError):
            self._processus.join()
            return Arret(code=self._processus.exitcode)

    def end(self) -> None:
        self._processus.kill()
        self._processus.join()
        self.lien.close()


def run_all(
    tache: Tache[Element, Rendu], elements: Sequence[Element], combien: int
) -> Iterator[tuple[Element, Rendu | Arret, float]]:
    """What each thing came to, and in how many seconds, as soon as it is known.

    A process that ends or hangs is replaced, and stops no other.
    """
    restants = deque(elements)
    actifs: list[_Ouvrier[Element, Rendu]] = []
    try:
        for _ in range(min(combien, len(restants))):
            actifs.append(_Ouvrier(tache))
            actifs[-1].give(restants.popleft())
        while actifs:
            for ouvrier in _find_ready(actifs):
                rendu, duree = ouvrier.take(), time.monotonic() - ouvrier.debut
                fait = ouvrier.element
                actifs.remove(ouvrier)
                suivant = ouvrier
                if isinstance(rendu, Arret) and not rendu.faute:
                    ouvrier.end()
                    suivant = _Ouvrier(tache) if restants else ouvrier
                elif not restants:
                    ouvrier.end()
                if restants:
                    suivant.give(restants.popleft())
                    actifs.append(suivant)
                yield fait, rendu, duree
    finally:
        for ouvrier in actifs:
            ouvrier.end()


def _find_ready(actifs: Sequence[_Ouvrier[Any, Any]]) -> list[_Ouvrier[Any, Any]]:
    """Those that have something to say, or have had their time; there is one at least."""
    liens = {ouvrier.lien: ouvrier for ouvrier in actifs}
    while True:
        attente = max(min(ouvrier.fin for ouvrier in actifs) - time.monotonic(), 0)
        prets = [liens[lien] for lien in wait(list(liens), attente) if lien in liens]
        prets = prets or [ouvrier for ouvrier in actifs if ouvrier.fin <= time.monotonic()]
        if prets:
            return prets


def _work(
    lien: "Connection[Any, Any]", preparer: Callable[[], None], faire: Callable[[Any], Any]
) -> None:
    """Do what is asked for, until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the command, which ends them all
    preparer()
    gc.disable()
    gc.freeze()  # what was imported stays: what each thing leaves is soon found without it
    with suppress(EOFError, OSError):
        while True:
            lien.send(_try(faire, lien.recv()))
            gc.collect()


def _try(faire: Callable[[Any], Any], element: Any) -> Any:
    try:
        return faire(element)
    except Exception as cause:  # whatever it is, the others go on
        return Arret(faute=type(cause).__name__)
