"""What a map names: quartiers by their names or their numbers, and communes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from rapportpv.core.dessin import MM, Point
from rapportpv.drawing.communes import Communes
from rapportpv.drawing.ecrits import size
from rapportpv.drawing.etiquettes import Boite, Etiquette, place
from rapportpv.drawing.geometrie import ZONE
from rapportpv.drawing.papier import Papier
from rapportpv.drawing.quartiers import QuartierDessine

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

NOMS_MAX = 25
"""How many quartiers a map names; beyond, numbers, and the names in a table of the document."""

_TUES_MAX = 6  # communes without a name: a map that lacks more is too full for lines to them
_ZONE_MAX = 2 * MM  # of the zone, what labels keep away from


class Noms(Struct, frozen=True):
    """Where each quartier and each commune is named; `numerotes`: quartiers have numbers.

    `dessus`: on the quartiers, for there is no room beside them.
    """

    quartiers: Sequence[Etiquette]
    communes: Mapping[str, Etiquette]
    numerotes: bool = False
    dessus: bool = False


class Nommage(Struct, frozen=True, dict=True):
    """Finds places for the names of those quartiers and communes, off the zone."""

    papier: Papier
    quartiers: Sequence[QuartierDessine]
    communes: Sequence[tuple[str, BaseGeometry]]
    zone: BaseGeometry

    def place(self) -> Noms:
        """The names, else the numbers; they make room for communes that would else have no name."""
        noms = self._place_noms()
        if noms is None:
            return self._number()
        communes = self._off(noms)
        posees = communes.place()
        tues = [nom for nom, _ in self.communes if nom and nom not in posees]
        if len(tues) > _TUES_MAX:
            return Noms(noms, posees)
        prises = [e.boite for e in self._off((), tues).place().values()] if tues else []
        if prises and (autres := self._place_noms(prises)) is not None:
            suivantes = self._off(autres)
            dites = suivantes.place()
            if len(dites) > len(posees):
                noms, communes, posees = autres, suivantes, dites
        return Noms(noms, communes.place_away(posees))

    @cached_property
    def _boites(self) -> list[Boite]:
        autour = min(round(ZONE * self.papier.metre), _ZONE_MAX)
        return [self.papier.box(quartier.surface, autour) for quartier in self.quartiers]

    def _place_noms(self, prises: Sequence[Boite] = ()) -> list[Etiquette] | None:
        if len(self.quartiers) > NOMS_MAX:
            return None
        tailles = [size(quartier.nom) for quartier in self.quartiers]
        return place(self._boites, tailles, self.papier.cadre, prises)

    def _number(self) -> Noms:
        """The numbers beside their quartiers; on them when even these have no room."""
        taille = size("000" if len(self.quartiers) > 99 else "00")
        posees = place(self._boites, [taille] * len(self.quartiers), self.papier.cadre)
        numeros = posees or [Etiquette(self._on(q.surface, taille)) for q in self.quartiers]
        return Noms(numeros, self._off(numeros).place(), True, posees is None)

    def _on(self, surface: BaseGeometry, taille: Point) -> Boite:
        """The room of a number on its quartier."""
        x, y = self.papier.centre(surface)
        large, haut = taille
        gauche, dessus = x - large // 2, y - haut // 2
        return gauche, dessus, gauche + large, dessus + haut

    def _off(self, etiquettes: Sequence[Etiquette], seules: Collection[str] = ()) -> Communes:
        """The communes, or those alone, to be named off those labels."""
        surfaces = [(nom, s) for nom, s in self.communes if nom and (not seules or nom in seules)]
        return Communes(self.papier, surfaces, self._boites, etiquettes, self.zone)
