"""Which rows of a table are the same line as before: the longest run of them in both orders."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence

Rangee = tuple[str, ...]
Paire = tuple[int, int]


def align_rangees(avant: Sequence[Rangee], apres: Sequence[Rangee]) -> list[Paire]:
    """The pairs (rank before, rank after), both rising: equal rows first, then equal labels."""
    paires: list[Paire] = []
    fin = (-1, -1)
    for paire in [*_pair(avant, apres, (0, len(avant)), (0, len(apres)), _whole), (-2, -2)]:
        jusque = paire if paire != (-2, -2) else (len(avant), len(apres))
        paires += _pair(avant, apres, (fin[0] + 1, jusque[0]), (fin[1] + 1, jusque[1]), _label)
        if paire != (-2, -2):
            paires.append(paire)
        fin = jusque
    return paires


def _whole(rangee: Rangee) -> Hashable:
    return rangee


def _label(rangee: Rangee) -> Hashable:
    """What a line is of: its figures by name if it has any (a total), else its first cell."""
    noms = tuple(m for cellule in rangee for m in cellule.split("\ufffc")[1::2])
    return (len(rangee), noms or rangee[:1], bool(noms))


def _pair(
    avant: Sequence[Rangee],
    apres: Sequence[Rangee],
    bornes_avant: Paire,
    bornes_apres: Paire,
    cle: Callable[[Rangee], Hashable],
) -> list[Paire]:
    """The pairs of one key between those bounds, the n-th of a key with the n-th."""
    places: dict[Hashable, list[int]] = defaultdict(list)
    for rang in range(*bornes_apres):
        places[cle(apres[rang])].append(rang)
    vus: dict[Hashable, int] = defaultdict(int)
    candidats: list[Paire] = []
    for rang in range(*bornes_avant):
        sienne = cle(avant[rang])
        numero = vus[sienne]
        vus[sienne] += 1
        if numero < len(places.get(sienne, ())):
            candidats.append((rang, places[sienne][numero]))
    return _rising(candidats)


def _rising(candidats: Sequence[Paire]) -> list[Paire]:
    """The longest part of the pairs whose second ranks rise too."""
    bouts: list[int] = []
    rangs: list[int] = []
    precedents: list[int] = []
    for rang, (_, apres) in enumerate(candidats):
        place = bisect_left(bouts, apres)
        precedents.append(rangs[place - 1] if place else -1)
        bouts[place : place + 1] = [apres]
        rangs[place : place + 1] = [rang]
    suite: list[Paire] = []
    rang = rangs[-1] if rangs else -1
    while rang >= 0:
        suite.append(candidats[rang])
        rang = precedents[rang]
    return suite[::-1]
