"""The map of the quartiers: coloured by référent, with the zone around them, and its key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from rapportpv.core.carte import Carte
from rapportpv.core.dessin import (
    LARGEUR_DU_TEXTE,
    MM,
    Dessin,
    Ecrit,
    Fond,
    Forme,
    Rectangle,
    Trace,
    Trait,
)
from rapportpv.core.dossier import Dossier
from rapportpv.drawing import legende
from rapportpv.drawing.cles import (
    BORD_DE_ZONE,
    COMMUNE,
    SANS_REFERENT,
    VIDE,
    ZONE_AUTOUR,
    Cles,
    look,
)
from rapportpv.drawing.ecrits import CORPS, write
from rapportpv.drawing.fiches import draw_fiches
from rapportpv.drawing.formes import Pave
from rapportpv.drawing.geometrie import ZONE, Releve, merge, survey
from rapportpv.drawing.noms import NOMS_MAX, Nommage, Noms
from rapportpv.drawing.papier import Papier, lay_out
from rapportpv.drawing.places import Places
from rapportpv.drawing.quartiers import QuartierDessine, describe, list_dessines
from rapportpv.drawing.secteurs import Secteur, list_secteurs
from rapportpv.french.lexique import fold

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

FONDS = (
    Fond("accent1"),
    Fond("accent2", "dkHorz"),
    Fond("accent3", "smGrid"),
    Fond("accent4", "wdUpDiag"),
    Fond("accent6", "dkVert"),
    Fond("accent1", "diagCross"),
    Fond("accent2", "wdDnDiag"),
    Fond("accent4", "lgGrid"),
)
"""A fill for each référent: another pattern as well as another colour, for grey prints."""

TOUT_MAX = 200 * MM
"""The height of a map and of what explains it."""

_RAPPEL, _CADRE = Trait("tx2", 6350), Trait("accent5", 6350)
_COINS_DES_CLES = ((1, 0), (0, 0), (1, 1), (0, 1))
_COINS_DE_L_ECHELLE = ((0, 1), (1, 1), (1, 0))
_SCHEMA = "schemat"  # what a mention says of a map whose distances are about right


def draw_cartes(dossier: Dossier) -> list[Dessin]:
    """The map, and those of the sheets; none without a GeoJSON, or without what draws it."""
    carte = dossier.carte
    if carte is None or not carte.outils:
        return []
    releve = survey(carte)
    quartiers = list_dessines(dossier, releve)
    if not quartiers:
        return []
    secteurs = list_secteurs(dossier, carte, releve, quartiers)
    dessin = _Cartographe(carte, releve, quartiers, secteurs).draw()
    return [dessin, *draw_fiches(dossier, releve, quartiers)]


class _Pose(Struct, frozen=True):
    """What stands on the free places of a map: its sectors' names, its key, its scale."""

    secteurs: Mapping[str, Secteur]
    formes: tuple[Forme, ...]
    dessous: Pave | None


class _Cartographe(Struct, frozen=True, dict=True):
    """Draws the map of those quartiers, from the back to the front."""

    carte: Carte
    releve: Releve
    quartiers: Sequence[QuartierDessine]
    secteurs: Sequence[Secteur]

    def draw(self) -> Dessin:
        haut, pose = self._papier.hauteur, self._pose
        bord = Rectangle("Cadre", 0, 0, LARGEUR_DU_TEXTE, haut, None, _CADRE)
        formes = (*self._sol(), *self._ecrits(), *pose.formes, bord)
        titre = "Carte des quartiers"
        alt = describe(self.quartiers)
        mention, numeros = self.carte.mention, len(self.quartiers) > NOMS_MAX
        if pose.dessous is not None:
            formes += pose.dessous.shifted(0, haut + 3 * MM)
            haut += 3 * MM + pose.dessous.hauteur
        return Dessin("carte", titre, alt, LARGEUR_DU_TEXTE, haut, formes, mention, numeros)

    @cached_property
    def _papier(self) -> Papier:
        """The paper, what may explain the map below it being on the same page."""
        cles = self._cles({}, listes=False).draw_below(None)
        return lay_out(self.releve.bornes, TOUT_MAX - 15 * MM - cles.hauteur)

    @cached_property
    def _pose(self) -> _Pose:
        """The names of the sectors and the key on the map if there is room, else as before."""
        tous = {secteur.referent: secteur for secteur in self.secteurs}
        for secteurs, dedans in product(((tous,) if tous else ()) + ({},), (True, False)):
            pose = self._try(secteurs, dedans=dedans)
            if pose is not None:
                return pose
        raise AssertionError("a key below the map always has room")

    def _try(self, secteurs: Mapping[str, Secteur], *, dedans: bool) -> _Pose | None:
        """The map dressed that way; None when something finds no room."""
        places = self._make_places()
        formes: list[Forme] = []
        listes = self._noms.numerotes and len(self.quartiers) <= NOMS_MAX
        cles = self._cles(secteurs, listes=listes)
        if dedans:
            cle = cles.draw_inside()
            ou = None if cle is None else places.put_in_corner(cle, _COINS_DES_CLES)
            if cle is None or ou is None:
                return None
            formes += cle.shifted(*ou)
        for secteur in secteurs.values():
            autres = [autre.surface for autre in secteurs.values() if autre is not secteur]
            nom = secteur.write(dedans=False)
            ou = places.put_beside(nom, secteur.surface, autres)
            if ou is None:
                nom = secteur.write(dedans=True)
                ou = places.put_inside(nom, secteur.communes.values())
            if ou is None:
                return None
            formes += nom.shifted(*ou)
        echelle = legende.draw_echelle(
            self._papier.metre, environ=_SCHEMA in fold(self.carte.mention)
        )
        ou = places.put_in_corner(echelle, _COINS_DE_L_ECHELLE)
        formes += () if ou is None else echelle.shifted(*ou)
        reste = None if ou else echelle
        return _Pose(secteurs, tuple(formes), reste if dedans else cles.draw_below(reste))

    def _make_places(self) -> Places:
        """The places of the map, the ground and what is written there taken."""
        etiquettes = (*self._noms.quartiers, *self._noms.communes.values())
        ecrits = [etiquette.boite for etiquette in etiquettes]
        rappels = [etiquette.trait for etiquette in etiquettes if etiquette.trait]
        return Places(self._papier, self._pris, self.releve.zone, ecrits, rappels)

    @cached_property
    def _pris(self) -> BaseGeometry:
        """The ground that nothing is written on, names apart."""
        return merge([self.releve.zone, *self.releve.communes])

    def _cles(self, secteurs: Mapping[str, Secteur], *, listes: bool) -> Cles:
        fonds = self._list_fonds(secteurs)
        return Cles(self.quartiers, fonds, bool(self.carte.communes), bool(secteurs), listes)

    def _list_fonds(self, secteurs: Mapping[str, Secteur]) -> Mapping[str, Fond]:
        """The fill of each référent: that of the sector, else in the order of the table."""
        connus = dict.fromkeys(q.referent for q in self.quartiers)
        seul = len(connus) == 1
        noms = [nom for nom in connus if nom or seul]
        fonds = {nom: FONDS[rang % len(FONDS)] for rang, nom in enumerate(noms)}
        pleins = {nom: Fond(secteur.couleur) for nom, secteur in secteurs.items()}
        return {"": SANS_REFERENT, **fonds, **pleins}

    @cached_property
    def _surfaces(self) -> list[tuple[str, BaseGeometry]]:
        """The communes by name."""
        noms = (contour.nom for contour in self.carte.communes)
        return list(zip(noms, self.releve.communes, strict=True))

    @cached_property
    def _noms(self) -> Noms:
        return Nommage(self._papier, self.quartiers, self._surfaces, self.releve.zone).place()

    def _sol(self) -> Iterator[Forme]:
        """Communes, zone, then quartiers; tinted communes have a white zone."""
        papier, secteurs = self._papier, self._pose.secteurs
        tout = papier.trace(
            f"Zone de {ZONE} mètres",
            self.releve.zone,
            VIDE if secteurs else ZONE_AUTOUR,
            BORD_DE_ZONE,
        )
        communes = [
            papier.trace(f"Commune {nom}", surface, self._tint(nom), COMMUNE)
            for nom, surface in self._surfaces
        ]
        fonds = self._list_fonds(secteurs)
        quartiers = [
            papier.trace(q.nom, q.surface, *look(fonds[q.referent], plein=q.is_qpv))
            for q in self.quartiers
        ]
        dessous = (*communes, tout) if secteurs else (tout, *communes)
        yield from (forme for forme in (*dessous, *quartiers) if forme is not None)

    def _tint(self, commune: str) -> Fond | None:
        """The fill of a commune: that of its sector."""
        secteurs = self._pose.secteurs.values()
        return next((s.fond for s in secteurs if commune in s.communes), None)

    def _ecrits(self) -> Iterator[Forme]:
        """The lines to the labels, the labels, and the names of communes."""
        noms = self._noms
        for etiquette in (*noms.quartiers, *noms.communes.values()):
            if etiquette.trait:
                yield Trace("Rappel", (etiquette.trait,), trait=_RAPPEL)
        for quartier, etiquette in zip(self.quartiers, noms.quartiers, strict=True):
            texte = str(quartier.numero) if noms.numerotes else quartier.nom
            ecrit = Ecrit(texte, CORPS, gras=True, italique=not quartier.is_qpv)
            fond = VIDE if noms.dessus else None
            yield replace(write(quartier.nom, etiquette, ecrit), fond=fond)
        for nom, etiquette in noms.communes.items():
            yield write(f"Commune {nom}", etiquette, Ecrit(nom, CORPS, couleur="tx2"))
