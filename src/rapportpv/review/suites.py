"""Two sequences set side by side: pairs of ranks that rise in both, and what is between them."""

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence
from typing import TypeAlias

Paire: TypeAlias = tuple[int, int]
Bornes: TypeAlias = tuple[int, int, int, int]


def rising(candidats: Sequence[Paire]) -> list[Paire]:
    """The longest part of the pairs whose second ranks rise too."""
    bouts: list[int] = []
    rangs: list[int] = []
    precedents: list[int] = []
    for rang, (_, droite) in enumerate(candidats):
        place = bisect_left(bouts, droite)
        precedents.append(rangs[place - 1] if place else -1)
        bouts[place : place + 1] = [droite]
        rangs[place : place + 1] = [rang]
    suite: list[Paire] = []
    rang = rangs[-1] if rangs else -1
    while rang >= 0:
        suite.append(candidats[rang])
        rang = precedents[rang]
    return suite[::-1]


def common(avant: Sequence[Hashable], apres: Sequence[Hashable]) -> list[Paire]:
    """The longest part that both have in common."""
    from rapidfuzz.distance import LCSseq

    numeros: dict[Hashable, int] = {}
    siens, leurs = ([numeros.setdefault(c, len(numeros)) for c in cles] for cles in (avant, apres))
    return [
        (op.src_start + n, op.dest_start + n)
        for op in LCSseq.opcodes(siens, leurs)
        if op.tag == "equal"
        for n in range(op.src_end - op.src_start)
    ]


def gaps(paires: Sequence[Paire], avant: int, apres: int) -> Iterator[Bornes]:
    """Where both sequences have something between two pairs."""
    i, j = 0, 0
    for k, m in (*paires, (avant, apres)):
        if i < k and j < m:
            yield i, k, j, m
        i, j = k + 1, m + 1
