"""The small map of a quartier, beside its identity: its commune, itself full, the others hollow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from rapportpv.core.dessin import MM, Dessin, Ecrit, Fond, Forme, Rectangle, Trait
from rapportpv.core.dossier import Dossier
from rapportpv.core.settings.reglages_fiches import Maille
from rapportpv.drawing.ecrits import CORPS, size, write
from rapportpv.drawing.etiquettes import Boite, Etiquette, inside, overlap, place
from rapportpv.drawing.geometrie import ZONE, Releve, clip, meets, surround
from rapportpv.drawing.papier import Papier
from rapportpv.drawing.quartiers import QuartierDessine
from rapportpv.french.alternative import fit_phrases
from rapportpv.french.lieux import place_key
from rapportpv.subjects.fiches.lieux import Lieu, list_lieux

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

LARGEUR, HAUTEUR = 66 * MM, 45 * MM
"""The frame of the map of a sheet (design: maquette 9)."""

_ETENDUE_MIN = 2000  # metres, the width of the ground of the smallest map
_ENVIRONS = 8  # times the quartier, that of the largest
_PLEIN, _VIDE = Fond("accent1"), Fond("bg1")
_BORD, _COMMUNE = Trait("tx1", 9525), Trait("tx2", 9525, teinte=25)
_ZONE, _BORD_DE_ZONE = Fond("bg2"), Trait("tx2", 6350, tirets=True)
_CADRE = Trait("accent5", 6350)


def draw_fiches(
    dossier: Dossier, releve: Releve, quartiers: Sequence[QuartierDessine]
) -> Iterator[Dessin]:
    """The maps of the sheets, by quartier, of those that the GeoJSON has."""
    reglage, carte = dossier.reglages.fiches, dossier.carte
    if reglage is None or carte is None or reglage.par is not Maille.QUARTIER:
        return
    dessines = {place_key(quartier.nom): quartier for quartier in quartiers}
    communes = [contour.nom for contour in carte.communes]
    for lieu in list_lieux(dossier):
        if (quartier := dessines.get(lieu.cle)) is not None:
            yield _Vignette(lieu, quartier, quartiers, releve, communes, carte.mention).draw()


class _Vignette(Struct, frozen=True, dict=True):
    """Draws the surroundings of a quartier, from the back to the front."""

    lieu: Lieu
    quartier: QuartierDessine
    quartiers: Sequence[QuartierDessine]
    releve: Releve
    communes: Sequence[str]
    mention: str

    def draw(self) -> Dessin:
        """The map of the sheet."""
        cadre = Rectangle("Cadre", 0, 0, LARGEUR, HAUTEUR, None, _CADRE)
        formes = (*self._sol(), *self._ecrits(), cadre)
        titre = f"Carte : {self.lieu.nom}"
        nom = f"fiche_{self.lieu.code}"
        return Dessin(nom, titre, self._describe(), LARGEUR, HAUTEUR, formes, self.mention)

    @cached_property
    def _fenetre(self) -> tuple[float, float, float, float]:
        """The ground that is shown: that of its communes, unless it would be lost in it."""
        surface = self.quartier.surface
        siennes = [c for c in self.releve.communes if meets(c, *surface.bounds)]
        bords = [s.bounds for s in (surface, *siennes)]
        ouest, sud, est, nord = surface.bounds
        milieu = (ouest + est) / 2, (sud + nord) / 2
        large = 2 * max(max(abs(b[0] - milieu[0]), abs(b[2] - milieu[0])) for b in bords)
        haut = 2 * max(max(abs(b[1] - milieu[1]), abs(b[3] - milieu[1])) for b in bords)
        taille = max(est - ouest, nord - sud, _ETENDUE_MIN / _ENVIRONS)
        large = max(min(max(large, haut * LARGEUR / HAUTEUR), _ENVIRONS * taille), _ETENDUE_MIN)
        haut = large * HAUTEUR / LARGEUR
        return (
            milieu[0] - large / 2,
            milieu[1] - haut / 2,
            milieu[0] + large / 2,
            milieu[1] + haut / 2,
        )

    @cached_property
    def _papier(self) -> Papier:
        ouest, _, est, nord = self._fenetre
        return Papier(LARGEUR / (est - ouest), ouest, nord, 0, 0, HAUTEUR, LARGEUR)

    @cached_property
    def _voisins(self) -> list[tuple[QuartierDessine, BaseGeometry]]:
        """The other quartiers of the ground, with what is seen of them."""
        return [
            (autre, clip(autre.surface, *self._fenetre))
            for autre in self.quartiers
            if autre is not self.quartier and meets(autre.surface, *self._fenetre)
        ]

    @cached_property
    def _sols(self) -> list[tuple[str, BaseGeometry]]:
        """The communes of the ground, with what is seen of them."""
        return [
            (nom, clip(surface, *self._fenetre))
            for nom, surface in zip(self.communes, self.releve.communes, strict=True)
            if meets(surface, *self._fenetre)
        ]

    def _sol(self) -> Iterator[Forme]:
        """The zone around it, the communes, the neighbours, then the quartier."""
        papier, surface = self._papier, self.quartier.surface
        zone = clip(surround(surface), *self._fenetre)
        traces = [
            papier.trace(f"Zone de {ZONE} mètres", zone, _ZONE, _BORD_DE_ZONE),
            *(papier.trace(f"Commune {nom}", sol, None, _COMMUNE) for nom, sol in self._sols),
            *(papier.trace(voisin.nom, vu, _VIDE, _BORD) for voisin, vu in self._voisins),
            papier.trace(self.quartier.nom, surface, _PLEIN, _BORD),
        ]
        yield from (trace for trace in traces if trace is not None)

    def _ecrits(self) -> Iterator[Forme]:
        """The name of the quartier, those of its neighbours and of the communes where they fit."""
        boites = [self._papier.box(self.quartier.surface)]
        boites += [self._papier.box(vu) for _, vu in self._voisins]
        noms = [self.quartier.nom, *(voisin.nom for voisin, _ in self._voisins)]
        posees = place(boites, [size(nom) for nom in noms], self._papier.cadre)
        if posees is None:
            noms = noms[:1]
            posees = place(boites[:1], [size(noms[0])], self._papier.cadre) or []
        for nom, etiquette in zip(noms, posees, strict=False):
            sien = nom is noms[0]
            ecrit = Ecrit(nom, CORPS, gras=True, couleur="accent1") if sien else Ecrit(nom, CORPS)
            yield write(nom, etiquette, ecrit)
        prises = [*boites, *(etiquette.boite for etiquette in posees)]
        yield from self._noms_de_communes(prises)

    def _noms_de_communes(self, prises: list[Boite]) -> Iterator[Forme]:
        for nom, sol in self._sols:
            (x, y), (large, haut) = self._papier.centre(sol), size(nom)
            boite = (x - large // 2, y - haut // 2, x + large // 2, y + haut // 2)
            libre = not any(overlap(boite, prise) for prise in prises)
            if libre and inside(boite, self._papier.cadre):
                prises.append(boite)
                yield write(f"Commune {nom}", Etiquette(boite), Ecrit(nom, CORPS, couleur="tx2"))

    def _describe(self) -> str:
        lieu = f"Carte : {self.lieu.nom} (plein)"
        dans = f" à {', '.join(self.lieu.communes)}" if self.lieu.communes else ""
        nombre = len(self._voisins)
        mot = "quartier voisin (vide)" if nombre == 1 else "quartiers voisins (vides)"
        suite = (f"{nombre} {mot}.",) if nombre else ()
        return fit_phrases(iter((f"{lieu}{dans}.", *suite)))
