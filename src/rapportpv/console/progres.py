"""How far something that takes time has come: on stderr, and only where somebody is watching."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer

from rapportpv.console.flux import open_console

PATIENCE = 2.0
"""Seconds for which nothing needs to be said."""


@contextmanager
def show_attente(texte: str) -> Iterator[None]:
    """Say what is going on when it lasts; nothing of it stays on the screen."""
    if not sys.stderr.isatty():
        yield
        return
    statuts = []

    def start() -> None:
        statuts.append(open_console(sys.stderr).status(texte))
        statuts[0].start()

    minuteur = Timer(PATIENCE, start)
    minuteur.daemon = True
    minuteur.start()
    try:
        yield
    finally:
        minuteur.cancel()
        minuteur.join()
        for statut in statuts:
            statut.stop()


@contextmanager
def show_progres(texte: str) -> Iterator[Callable[[str, int], None]]:
    """A bar: told what was just done, and how many there are in all."""
    if not sys.stderr.isatty():
        yield lambda _fait, _combien: None
        return
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    colonnes = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*colonnes, console=open_console(sys.stderr), transient=True) as barre:
        tache = barre.add_task(texte, total=None)
        yield lambda fait, combien: barre.update(
            tache, advance=1, total=combien, description=f"{texte} {fait}"
        )
