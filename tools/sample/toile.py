"""A canvas for flat drawings: discs, polygons and bands, with soft edges."""

from collections.abc import Sequence
from math import sqrt
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tools.sample.png import Pixels

Couleur: TypeAlias = tuple[int, int, int]
Point: TypeAlias = tuple[float, float]
Distance: TypeAlias = NDArray[np.float64]

BLEU: Couleur = (0x14, 0x37, 0x5E)
ROUGE: Couleur = (0xB5, 0x36, 0x4A)
PALE: Couleur = (0xE8, 0xEE, 0xF5)
GRIS: Couleur = (0xC9, 0xD2, 0xDC)
MOYEN: Couleur = (0x8A, 0xA0, 0xB8)
BLANC: Couleur = (0xFF, 0xFF, 0xFF)


class Toile:
    """A picture under way; lengths are pixels, the origin is at the top left."""

    def __init__(self, largeur: int, hauteur: int, fond: Couleur) -> None:
        self.y, self.x = np.mgrid[0:hauteur, 0:largeur] + 0.5
        self._couleurs = np.empty((hauteur, largeur, 3))
        self._couleurs[:] = fond

    def disque(self, centre: Point, rayon: float, couleur: Couleur) -> None:
        """A full disc."""
        dx, dy = self.x - centre[0], self.y - centre[1]
        self._paint(np.sqrt(dx * dx + dy * dy) - rayon, couleur)

    def anneau(self, centre: Point, rayon: float, trait: float, couleur: Couleur) -> None:
        """A circle drawn with a line."""
        dx, dy = self.x - centre[0], self.y - centre[1]
        self._paint(np.abs(np.sqrt(dx * dx + dy * dy) - rayon) - trait / 2, couleur)

    def polygone(self, sommets: Sequence[Point], couleur: Couleur) -> None:
        """A convex polygon, its vertices clockwise."""
        cotes = zip(sommets, [*sommets[1:], sommets[0]], strict=True)
        self._paint(np.maximum.reduce([self._cote(*cote) for cote in cotes]), couleur)

    def rectangle(self, coin: Point, largeur: float, hauteur: float, couleur: Couleur) -> None:
        """An upright rectangle, by its top left corner."""
        x, y = coin
        droite, bas = x + largeur, y + hauteur
        self.polygone([(x, y), (droite, y), (droite, bas), (x, bas)], couleur)

    def trait(self, debut: Point, fin: Point, trait: float, couleur: Couleur) -> None:
        """A line with round ends."""
        ux, uy = fin[0] - debut[0], fin[1] - debut[1]
        dx, dy = self.x - debut[0], self.y - debut[1]
        part = np.clip((dx * ux + dy * uy) / (ux * ux + uy * uy), 0, 1)
        ex, ey = dx - part * ux, dy - part * uy
        self._paint(np.sqrt(ex * ex + ey * ey) - trait / 2, couleur)

    def sous(self, courbe: Distance, couleur: Couleur) -> None:
        """All that lies below a curve, given as its height at each pixel."""
        self._paint(courbe - self.y, couleur)

    def pixels(self) -> Pixels:
        """The picture as it stands."""
        return np.floor(self._couleurs + 0.5).astype(np.uint8)

    def _cote(self, debut: Point, fin: Point) -> Distance:
        ux, uy = fin[0] - debut[0], fin[1] - debut[1]
        ecart: Distance = (self.x - debut[0]) * uy - (self.y - debut[1]) * ux
        return ecart / sqrt(ux * ux + uy * uy)

    def _paint(self, distance: Distance, couleur: Couleur) -> None:
        """Colour what is inside (a negative distance), half of it on the edge."""
        part = np.clip(0.5 - distance, 0, 1)[..., None]
        self._couleurs += part * (np.array(couleur, float) - self._couleurs)
