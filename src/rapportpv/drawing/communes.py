"""The names of communes on a map: each on its own or across its edge, else at the end of a line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice, product
from typing import TYPE_CHECKING

from msgspec import Struct

from rapportpv.core.dessin import MM
from rapportpv.drawing.ecrits import size
from rapportpv.drawing.etiquettes import Boite, Etiquette, inside, keep_free, overlap, place_one
from rapportpv.drawing.geometrie import outside
from rapportpv.drawing.papier import Papier

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

_PAS = tuple(round(pas * 3 * MM) for pas in range(-6, 7))
_ECARTS = sorted(product(_PAS, _PAS), key=lambda p: (abs(p[1]) + abs(p[0]) / 2, p))


class Communes(Struct, frozen=True, dict=True):
    """The communes of a map by name, and the quartiers and labels that their names keep off.

    `zone`: what is around the quartiers, where no line to a commune ends.
    """

    papier: Papier
    surfaces: Sequence[tuple[str, BaseGeometry]]
    boites: Sequence[Boite]
    etiquettes: Sequence[Etiquette]
    zone: BaseGeometry

    def place(self) -> dict[str, Etiquette]:
        """Where each name stands, those without room left out; first the fewest places."""
        places = {nom: self._places(nom, surface) for nom, surface in self.surfaces}
        posees: dict[str, Etiquette] = {}
        for nom in sorted(places, key=lambda nom: len(places[nom])):
            prises = [etiquette.boite for etiquette in posees.values()]
            libres = (b for b in places[nom] if not any(overlap(b, prise) for prise in prises))
            if (boite := next(libres, None)) is not None:
                posees[nom] = Etiquette(boite)
        return posees

    def place_away(self, posees: Mapping[str, Etiquette]) -> dict[str, Etiquette]:
        """The same with the others at the end of a line, as many as can."""
        toutes = dict(posees)
        for nom, surface in self.surfaces:
            if nom not in toutes:
                au_loin = self._away(nom, surface, [*toutes.values()])
                if (etiquette := min(au_loin, key=_length, default=None)) is not None:
                    toutes[nom] = etiquette
        return toutes

    def _away(
        self, nom: str, surface: BaseGeometry, posees: Sequence[Etiquette]
    ) -> Iterator[Etiquette]:
        """Places at the end of a line to a commune, one a point of it, their middle on no other."""
        autres = [*self.etiquettes, *posees]
        for x, y in self.papier.points(outside(surface, self.zone)):
            point = (x, y, x + 1, y + 1)
            places = place_one(point, size(nom), self.boites, autres, self.papier.cadre)
            dites = (e for e in places if e.trait and self._is_said_of(surface, e.boite))
            yield from islice(dites, 1)

    def _places(self, nom: str, surface: BaseGeometry) -> list[Boite]:
        """Where a name can stand: in its commune, else across its edge."""
        papier = self.papier
        prises = [*self.boites, *(etiquette.boite for etiquette in self.etiquettes)]
        rappels = [etiquette.trait for etiquette in self.etiquettes if etiquette.trait]
        essais = [boite for boite in self._essais(nom, surface) if inside(boite, papier.cadre)]
        libres = papier.touching(surface, keep_free(essais, prises, rappels))
        dedans = papier.within(surface, libres)
        return dedans or [boite for boite in libres if self._is_said_of(surface, boite)]

    def _is_said_of(self, surface: BaseGeometry, boite: Boite) -> bool:
        """Whether the middle of a name is on no other commune."""
        gauche, haut, droite, bas = boite
        milieu = (gauche + droite) // 2, (haut + bas) // 2
        dessous = self.papier.under(self._sols, *milieu)
        return all(autre is surface for autre in dessous)

    @cached_property
    def _sols(self) -> list[BaseGeometry]:
        return [surface for _, surface in self.surfaces]

    def _essais(self, nom: str, surface: BaseGeometry) -> Iterator[Boite]:
        """Places for a name, from the middle of a surface outwards."""
        x, y = self.papier.centre(surface)
        large, haut = size(nom)
        for dx, dy in _ECARTS:
            gauche, dessus = x + dx - large // 2, y + dy - haut // 2
            yield gauche, dessus, gauche + large, dessus + haut


def _length(etiquette: Etiquette) -> int:
    assert etiquette.trait is not None  # of those that are away
    (x0, y0), (x1, y1) = etiquette.trait
    return abs(x1 - x0) + abs(y1 - y0)
