"""Surfaces on the ground, in metres: what shapely and pyproj know how to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import compress
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from rapportpv.core.carte import Carte, Contour

if TYPE_CHECKING:
    import numpy as np
    from pyproj import Transformer
    from shapely.geometry.base import BaseGeometry

ZONE = 300
"""How far from a quartier its neighbourhood goes, in metres."""

_FINESSE = 3000  # of the width of the map, what nobody sees
Rectangle = tuple[float, float, float, float]
"""West, south, east and north."""

_POINTS = 6  # of a side of the grid
_COTES = 8  # segments of a quarter of a circle


class Releve(Struct, frozen=True):
    """The ground of a map: the surface of each contour, and the zone around the quartiers."""

    quartiers: tuple[BaseGeometry, ...]
    communes: tuple[BaseGeometry, ...]
    zone: BaseGeometry

    @property
    def bornes(self) -> tuple[float, float, float, float]:
        """West, south, east and north of all of it."""
        toutes = [surface.bounds for surface in (self.zone, *self.communes)]
        ouest, sud, est, nord = zip(*toutes, strict=True)
        return min(ouest), min(sud), max(est), max(nord)


def survey(carte: Carte) -> Releve:
    """The map in metres, in the projection of its part of France, surfaces repaired."""
    import shapely

    contours = (*carte.quartiers, *carte.communes)
    surfaces = [_make_surface(carte, contour) for contour in contours]
    ouest, sud, est, nord = shapely.total_bounds(surfaces)
    finesse = max(est - ouest, nord - sud) / _FINESSE  # a zone around every wiggle takes minutes
    simples = [_smooth(surface, finesse) for surface in surfaces]
    nombre = len(carte.quartiers)
    quartiers, communes = tuple(simples[:nombre]), tuple(simples[nombre:])
    zone = shapely.union_all([surround(q) for q in quartiers])
    return Releve(quartiers, communes, zone)


def _smooth(surface: BaseGeometry, finesse: float) -> BaseGeometry:
    """The surface without what is too small to be seen, unless nothing would be left."""
    import shapely

    simple = shapely.make_valid(shapely.simplify(surface, finesse))  # a sliver may cross itself
    return surface if simple.is_empty else simple


def merge(surfaces: Sequence[BaseGeometry]) -> BaseGeometry:
    """Surfaces as one."""
    import shapely

    return shapely.union_all(list(surfaces))


def rings(surface: BaseGeometry, tolerance: float) -> Iterator[tuple[tuple[float, float], ...]]:
    """The rings of a surface, outer ones and holes, without the points that nobody would see."""
    import shapely

    simple = shapely.normalize(shapely.simplify(surface, tolerance))
    for partie in shapely.get_parts(simple):
        if partie.geom_type == "Polygon" and not partie.is_empty:
            for anneau in (partie.exterior, *partie.interiors):
                yield tuple((float(x), float(y)) for x, y in anneau.coords)


def centre(surface: BaseGeometry) -> tuple[float, float]:
    """A point inside the surface, near its middle."""
    point = surface.representative_point()
    return float(point.x), float(point.y)


def spread(surface: BaseGeometry) -> list[tuple[float, float]]:
    """Points inside the surface, one at least, on a grid of its bounds."""
    import shapely

    ouest, sud, est, nord = surface.bounds
    pas = [(n + 0.5) / _POINTS for n in range(_POINTS)]
    grille = [(ouest + a * (est - ouest), sud + b * (nord - sud)) for b in pas for a in pas]
    dedans = shapely.contains_xy(surface, grille)
    return [centre(surface), *compress(grille, dedans)]


def covered(surface: BaseGeometry, rectangles: Sequence[Rectangle]) -> list[bool]:
    """Whether each rectangle of the ground is on that surface, all of it."""
    import shapely

    return [bool(dedans) for dedans in shapely.covers(surface, _boxes(rectangles))]


def touched(surface: BaseGeometry, rectangles: Sequence[Rectangle]) -> list[bool]:
    """Whether each rectangle of the ground has something of that surface in it."""
    import shapely

    return [bool(touche) for touche in shapely.intersects(surface, _boxes(rectangles))]


def distances(surface: BaseGeometry, rectangles: Sequence[Rectangle]) -> list[float]:
    """How far each rectangle of the ground is from that surface, in metres."""
    import shapely

    return [float(metres) for metres in shapely.distance(surface, _boxes(rectangles))]


def _boxes(rectangles: Sequence[Rectangle]) -> Any:
    import numpy as np
    import shapely

    return shapely.box(*np.array(rectangles, dtype=float).reshape(-1, 4).T)


def meets(surface: BaseGeometry, ouest: float, sud: float, est: float, nord: float) -> bool:
    """Whether a rectangle of the ground has something of that surface in it."""
    import shapely

    return bool(surface.intersects(shapely.box(ouest, sud, est, nord)))


def clip(surface: BaseGeometry, ouest: float, sud: float, est: float, nord: float) -> BaseGeometry:
    """What of a surface is in that rectangle of the ground."""
    import shapely

    return shapely.intersection(surface, shapely.box(ouest, sud, est, nord))


def outside(surface: BaseGeometry, zone: BaseGeometry) -> BaseGeometry:
    """What of a surface is out of a zone; all of it when nothing is."""
    import shapely

    reste = shapely.difference(surface, zone)
    return surface if reste.is_empty else reste


def surround(surface: BaseGeometry) -> BaseGeometry:
    """The zone around a quartier, itself included."""
    return surface.buffer(ZONE, quad_segs=_COTES)


def under(surfaces: Sequence[BaseGeometry], est: float, nord: float) -> list[BaseGeometry]:
    """Which of these surfaces a place of the ground is on."""
    import shapely

    touchees = shapely.intersects_xy(list(surfaces), est, nord)
    return [surface for surface, touchee in zip(surfaces, touchees, strict=True) if touchee]


def _make_surface(carte: Carte, contour: Contour) -> BaseGeometry:
    import shapely

    polygones = [shapely.Polygon(surface[0], surface[1:]) for surface in contour.surfaces]
    brute = shapely.union_all([shapely.make_valid(polygone) for polygone in polygones])
    if carte.epsg == carte.projection:
        return brute
    return shapely.transform(brute, lambda points: _project(points, carte))


def _project(points: np.ndarray, carte: Carte) -> np.ndarray:
    import numpy as np

    x, y = _transformer(carte.epsg, carte.projection).transform(points[:, 0], points[:, 1])
    return np.column_stack((x, y))


@lru_cache(maxsize=1)
def _transformer(depart: int, arrivee: int) -> Transformer:
    from pyproj import Transformer

    return Transformer.from_crs(depart, arrivee, always_xy=True)
