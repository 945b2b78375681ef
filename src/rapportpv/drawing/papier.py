"""From metres on the ground to EMU on the paper."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress
from typing import TYPE_CHECKING

from msgspec import Struct

from rapportpv.core.dessin import LARGEUR_DU_TEXTE, MM, Fond, Point, Trace, Trait
from rapportpv.drawing.etiquettes import Boite
from rapportpv.drawing.geometrie import (
    Rectangle,
    centre,
    covered,
    distances,
    rings,
    spread,
    touched,
    under,
)

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

HAUTEUR_MAX = 135 * MM
ETENDUE_MIN = 3000  # metres: one quartier alone is not blown up to the page
MARGE = 5 * MM
_FINESSE = MM // 12  # less than that, nobody sees it on paper


class Papier(Struct, frozen=True):
    """Where the ground falls: `metre` is that many EMU, (`ouest`, `nord`) is at (`x`, `y`)."""

    metre: float
    ouest: float
    nord: float
    x: int
    y: int
    hauteur: int
    largeur: int = LARGEUR_DU_TEXTE

    @property
    def cadre(self) -> Boite:
        """What labels must stay in."""
        bord = MARGE // 3
        return bord, bord, self.largeur - bord, self.hauteur - bord

    def point(self, est: float, nord: float) -> Point:
        """Where a place falls."""
        dx, dy = (est - self.ouest) * self.metre, (self.nord - nord) * self.metre
        return self.x + round(dx), self.y + round(dy)

    def box(self, surface: BaseGeometry, autour: int = 0) -> Boite:
        """What a surface covers, and that much around it."""
        ouest, sud, est, nord = surface.bounds
        (gauche, haut), (droite, bas) = self.point(ouest, nord), self.point(est, sud)
        return gauche - autour, haut - autour, droite + autour, bas + autour

    def centre(self, surface: BaseGeometry) -> Point:
        """A point inside a surface."""
        return self.point(*centre(surface))

    def points(self, surface: BaseGeometry) -> list[Point]:
        """Points of a surface, far enough from each other."""
        return [self.point(*lieu) for lieu in spread(surface)]

    def within(self, surface: BaseGeometry, boites: Sequence[Boite]) -> list[Boite]:
        """The boxes that are on that surface, all of them."""
        return list(compress(boites, covered(surface, [*map(self._rectangle, boites)])))

    def touching(self, surface: BaseGeometry, boites: Sequence[Boite]) -> list[Boite]:
        """The boxes that have something of that surface in them."""
        return list(compress(boites, touched(surface, [*map(self._rectangle, boites)])))

    def away(self, surface: BaseGeometry, boites: Sequence[Boite]) -> list[float]:
        """How far each box is from that surface, in metres on the ground."""
        return distances(surface, [*map(self._rectangle, boites)])

    def under(self, surfaces: Sequence[BaseGeometry], x: int, y: int) -> Sequence[BaseGeometry]:
        """Which of these surfaces a point is on."""
        return under(surfaces, *self._place(x, y))

    def _rectangle(self, boite: Boite) -> Rectangle:
        gauche, haut, droite, bas = boite
        return *self._place(gauche, bas), *self._place(droite, haut)

    def _place(self, x: int, y: int) -> tuple[float, float]:
        return self.ouest + (x - self.x) / self.metre, self.nord - (y - self.y) / self.metre

    def trace(
        self, nom: str, surface: BaseGeometry, fond: Fond | None, trait: Trait | None
    ) -> Trace | None:
        """A surface as it is drawn, None when it is too small to be seen."""
        anneaux = []
        for anneau in rings(surface, _FINESSE / self.metre):
            points = [self.point(*sommet) for sommet in anneau[:-1]]
            distincts = tuple(p for n, p in enumerate(points) if not n or p != points[n - 1])
            if len(distincts) > 2:
                anneaux.append(distincts)
        return Trace(nom, tuple(anneaux), True, fond, trait) if anneaux else None


def lay_out(bornes: tuple[float, float, float, float], plafond: int = HAUTEUR_MAX) -> Papier:
    """The paper for that ground: as wide as the text, unless it would be too high."""
    ouest, sud, est, nord = bornes
    large, haut = max(est - ouest, ETENDUE_MIN), max(nord - sud, ETENDUE_MIN / 2)
    place = LARGEUR_DU_TEXTE - 2 * MARGE
    metre = min(place / large, (min(plafond, HAUTEUR_MAX) - 2 * MARGE) / haut)
    hauteur = round(haut * metre) + 2 * MARGE
    x = (LARGEUR_DU_TEXTE - round((est - ouest) * metre)) // 2
    y = (hauteur - round((nord - sud) * metre)) // 2
    return Papier(metre, ouest, nord, x, y, hauteur)
