"""The free places of a map: what is put there covers neither the ground nor other words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import TYPE_CHECKING

from msgspec import Struct

from rapportpv.core.dessin import MM, Point
from rapportpv.drawing.etiquettes import Boite, inside, keep_free
from rapportpv.drawing.formes import Pave
from rapportpv.drawing.papier import Papier

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

_PAS = 4 * MM
_SOUFFLE = MM


class Places(Struct):
    """What of a map is taken: its ground, what is written, the lines that lead there."""

    papier: Papier
    sol: BaseGeometry
    zone: BaseGeometry
    prises: list[Boite]
    rappels: Sequence[tuple[Point, Point]]

    def put_in_corner(self, bloc: Pave, coins: Sequence[Point]) -> Point | None:
        """The first of these corners, each (0 or 1, 0 or 1), where a block stands free."""
        gauche, haut, droite, bas = self.papier.cadre
        essais = [
            (droite - bloc.largeur if dx else gauche, bas - bloc.hauteur if dy else haut)
            for dx, dy in coins
        ]
        return self._take(self._keep_free(bloc, essais))

    def put_beside(
        self, bloc: Pave, surface: BaseGeometry, autres: Sequence[BaseGeometry]
    ) -> Point | None:
        """The free place that is nearest to a surface, and nearer than to any of the others."""
        libres = self._keep_free(bloc, list(self._spread(bloc)))
        distances = zip(self.papier.away(surface, libres), libres, strict=True)
        return self._take(
            boite
            for distance, boite in sorted(distances)
            if all(distance < self.papier.away(autre, [boite])[0] for autre in autres)
        )

    def put_inside(self, bloc: Pave, surfaces: Iterable[BaseGeometry]) -> Point | None:
        """A place of one of these surfaces, off the zone and off what is written."""
        libres = self._keep_free(bloc, list(self._spread(bloc)))
        for surface in surfaces:
            for boite in self.papier.within(surface, libres):
                if not self.papier.touching(self.zone, [boite]):
                    self.prises.append(boite)
                    return boite[:2]
        return None

    def _spread(self, bloc: Pave) -> Iterator[Point]:
        gauche, haut, droite, bas = self.papier.cadre
        return product(
            range(gauche, droite - bloc.largeur + 1, _PAS),
            range(haut, bas - bloc.hauteur + 1, _PAS),
        )

    def _take(self, libres: Iterable[Boite]) -> Point | None:
        """Where the first of these boxes that is on no ground stands; it is free no more."""
        for boite in libres:
            if not self.papier.touching(self.sol, [_widen(boite)]):
                self.prises.append(boite)
                return boite[:2]
        return None

    def _keep_free(self, bloc: Pave, essais: Sequence[Point]) -> list[Boite]:
        """Where a block covers no words, with some air around them."""
        boites = [(x, y, x + bloc.largeur, y + bloc.hauteur) for x, y in essais]
        dedans = [boite for boite in boites if inside(boite, self.papier.cadre)]
        return keep_free(dedans, [*map(_widen, self.prises)], self.rappels)


def _widen(boite: Boite) -> Boite:
    gauche, haut, droite, bas = boite
    return gauche - _SOUFFLE, haut - _SOUFFLE, droite + _SOUFFLE, bas + _SOUFFLE
