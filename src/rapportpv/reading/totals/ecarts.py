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
    """«la ligne 12», «les lignes 12, 13 et 15 à 18»; of many, the first ones and how many."""
    tous = sorted(set(numeros))
    noms = [n for suite in _runs(tous) for n in _write_suite(suite, write)]
    if len(tous) == 1:
        return f"la {nom} {noms[0]}"
    if len(noms) > _ASSEZ:
        return f"{len(tous)} {nom}s ({', '.join(noms[:_ASSEZ])}…)"
    avant = f"{', '.join(noms[:-1])} et " if len(noms) > 1 else ""
    return f"les {nom}s {avant}{noms[-1]}"


def _runs(numeros: list[int]) -> list[list[int]]:
    suites = groupby(enumerate(numeros), key=lambda paire: paire[1] - paire[0])
    return [[numero for _, numero in suite] for _, suite in suites]


def _write_suite(suite: list[int], write: Callable[[int], str]) -> list[str]:
    if len(suite) < 3:
        return [write(numero) for numero in suite]
    return [f"{write(suite[0])} à {write(suite[-1])}"]
