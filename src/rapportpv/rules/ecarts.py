"""Gaps between a printed total and its rows, and runs of rows and columns, said in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

_ASSEZ = 6


def join_causes(signe: str | None, oublies: Sequence[str], doubles: Sequence[str]) -> str:
    """What may part a total from its rows: a slip of the keyboard, one amount left out or twice in.

    An amount explains a gap when it is the only one that does.
    """
    causes = [
        signe,
        f"{oublies[0]} n’est pas dans la somme" if len(oublies) == 1 else None,
        f"{doubles[0]} est comptée deux fois" if len(doubles) == 1 else None,
    ]
    return " ou ".join(cause for cause in causes if cause)


def name_plages(nom: str, numeros: Iterable[int], write: Callable[[int], str] = str) -> str:
    """«la ligne 12», «les lignes 12 et 15 à 18»; of many, the first ones and how many."""
    tous = sorted(set(numeros))
    plages = [_write_plage(suite, write) for suite in _runs(tous)]
    if len(tous) == 1:
        return f"la {nom} {plages[0]}"
    if len(plages) > _ASSEZ:
        return f"{len(tous)} {nom}s ({', '.join(plages[:_ASSEZ])}…)"
    derniere = f" et {plages[-1]}" if len(plages) > 1 else plages[-1]
    return f"les {nom}s {', '.join(plages[:-1])}{derniere}"


def _runs(numeros: list[int]) -> list[list[int]]:
    suites = groupby(enumerate(numeros), key=lambda paire: paire[1] - paire[0])
    return [[numero for _, numero in suite] for _, suite in suites]


def _write_plage(suite: list[int], write: Callable[[int], str]) -> str:
    if len(suite) == 1:
        return write(suite[0])
    lien = "à" if len(suite) > 2 else "et"
    return f"{write(suite[0])} {lien} {write(suite[-1])}"
