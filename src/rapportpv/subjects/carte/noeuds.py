"""Whether a contour crosses itself so often that repairing it would take minutes."""

from collections.abc import Iterable, Iterator

from rapportpv.core.carte import Contour, Surface

NOEUDS = 200
"""How often a contour may cross itself: what a slip of the mouse makes is one or two."""

_TRANCHE = 16  # segments looked at before asking whether that is enough; one, then two at first


def is_tangled(contours: Iterable[Contour]) -> bool:
    """Whether one of the contours is beyond repair; it needs shapely."""
    return any(_is_tangled(surface) for c in contours for surface in c.surfaces)


def _is_tangled(surface: Surface) -> bool:
    """Whether the rings have more knots than that, which are counted no further."""
    import shapely

    segments = shapely.linestrings(list(_segments(surface)))
    arbre = shapely.STRtree(segments)
    noeuds = debut = 0
    while debut < len(segments):
        suite = segments[debut : debut + min(debut + 1, _TRANCHE)]
        debut += len(suite)
        touches = int(arbre.query(suite, predicate="intersects").shape[1])
        noeuds += max(0, touches - 3 * len(suite))  # itself, the one before, the one after
        if noeuds > 2 * NOEUDS:  # each is met from both its segments
            return True
    return False


def _segments(surface: Surface) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    for anneau in surface:
        avant = anneau[0]
        for point in anneau[1:]:
            if point != avant:
                yield avant, point
            avant = point
