"""The map of a year as its GeoJSON tells it: contours of quartiers and of communes."""

from collections.abc import Iterable
from typing import TypeAlias

from msgspec import Struct

from rapportpv.core.emplacement import Emplacement

Anneau: TypeAlias = tuple[tuple[float, float], ...]
Surface: TypeAlias = tuple[Anneau, ...]
"""An outer ring, then its holes; a ring ends where it begins."""

WGS84 = 4326
LAMBERT_93 = 2154


class Zone(Struct, frozen=True):
    """A part of France: its bounds in degrees, and its legal projection (décret n° 2000-1276)."""

    ouest: float
    sud: float
    est: float
    nord: float
    epsg: int

    def holds(self, x: float, y: float) -> bool:
        """Whether the point is in those bounds."""
        return self.ouest <= x <= self.est and self.sud <= y <= self.nord

    def holds_swapped(self, x: float, y: float) -> bool:
        """Whether the point is in those bounds once its coordinates change places."""
        return self.holds(y, x)


ZONES = (
    Zone(-5.5, 41, 10, 51.5, LAMBERT_93),
    Zone(-63.5, 14, -60.5, 18.5, 5490),  # Guadeloupe, Martinique, Saint-Martin
    Zone(-55, 2, -51, 6, 2972),  # Guyane
    Zone(55, -21.6, 56, -20.7, 2975),  # La Réunion
    Zone(44.8, -13.2, 45.5, -12.4, 4471),  # Mayotte
    Zone(-57, 46.5, -56, 47.5, 4467),  # Saint-Pierre-et-Miquelon
    Zone(163, -23, 168.5, -19, 3163),  # Nouvelle-Calédonie
    Zone(-155, -28, -134, -7, 3297),  # Polynésie française
)
EN_LAMBERT_93 = Zone(0, 6_000_000, 1_300_000, 7_200_000, LAMBERT_93)  # in metres


class Contour(Struct, frozen=True):
    """An object of the file: its place there from 1, its properties as typed, its surfaces."""

    rang: int
    nom: str
    code: str
    type: str
    surfaces: tuple[Surface, ...]

    @property
    def libelle(self) -> str:
        """What it is called, by its code when it has no name."""
        return self.nom or self.code


class Carte(Struct, frozen=True):
    """What is to be drawn, with `epsg` the system of its coordinates.

    `outils`: whether the libraries that draw it are installed.
    """

    fichier: str
    quartiers: tuple[Contour, ...]
    communes: tuple[Contour, ...] = ()
    epsg: int = WGS84
    projection: int = LAMBERT_93
    mention: str = ""
    outils: bool = True

    def lieu(self, contours: Iterable[Contour]) -> Emplacement:
        """Those objects of the file: «2022/carte.geojson › objet 3»."""
        return Emplacement(self.fichier, None, tuple(f"objet {c.rang}" for c in contours))
