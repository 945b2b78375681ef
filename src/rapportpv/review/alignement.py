"""Which rows of a table are the same line as before: the longest run of them in both orders."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence

from rapportpv.review.suites import Bornes, Paire, gaps, rising

Rangee = tuple[str, ...]


def align_rangees(avant: Sequence[Rangee], apres: Sequence[Rangee]) -> list[Paire]:
    """The pairs (rank before, rank after), both rising: equal rows first, then equal labels."""
    egales = _pair(avant, apres, (0, len(avant), 0, len(apres)), _whole)
    paires = list(egales)
    for bornes in gaps(egales, len(avant), len(apres)):
        paires += _pair(avant, apres, bornes, _label)
    return sorted(paires)


def _whole(rangee: Rangee) -> Hashable:
    return rangee


def _label(rangee: Rangee) -> Hashable:
    """What a line is of: its figures by name if it has any (a total), else its first cell."""
    noms = tuple(m for cellule in rangee for m in cellule.split("\ufffc")[1::2])
    return (len(rangee), noms or rangee[:1], bool(noms))


def _pair(
    avant: Sequence[Rangee],
    apres: Sequence[Rangee],
    bornes: Bornes,
    cle: Callable[[Rangee], Hashable],
) -> list[Paire]:
    """The pairs of one key between those bounds, the n-th of a key with the n-th."""
    debut, fin, vers, jusque = bornes
    places: dict[Hashable, list[int]] = defaultdict(list)
    for rang in range(vers, jusque):
        places[cle(apres[rang])].append(rang)
    vus: dict[Hashable, int] = defaultdict(int)
    candidats: list[Paire] = []
    for rang in range(debut, fin):
        sienne = cle(avant[rang])
        numero = vus[sienne]
        vus[sienne] += 1
        if numero < len(places.get(sienne, ())):
            candidats.append((rang, places[sienne][numero]))
    return rising(candidats)
