"""The map of the quartiers: coloured and patterned by référent, with the zone around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice, product
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
    Point,
    Rectangle,
    Trace,
    Trait,
)
from rapportpv.core.dossier import Dossier
from rapportpv.drawing import legende
from rapportpv.drawing.ecrits import CORPS, size, write
from rapportpv.drawing.etiquettes import Boite, Etiquette, crosses, inside, overlap, place
from rapportpv.drawing.fiches import draw_fiches
from rapportpv.drawing.formes import Pave
from rapportpv.drawing.geometrie import ZONE, Releve, survey
from rapportpv.drawing.legende import Cle
from rapportpv.drawing.papier import Papier, lay_out
from rapportpv.drawing.quartiers import QuartierDessine, describe, list_dessines
from rapportpv.french.typographie import INSECABLE

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

NOMS_MAX = 25
"""How many quartiers a map names; beyond, numbers, and the names in a table of the document."""

TOUT_MAX = 200 * MM
"""The height of a map and of what explains it."""

_SANS_REFERENT, _VIDE = Fond("tx2"), Fond("bg1")
_QPV = Trait("tx1", 9525)
_CONTOUR = 19050  # of a quartier that is hollow
_COMMUNE = Trait("accent5", 9525)
_ZONE, _BORD_DE_ZONE = Fond("bg2"), Trait("tx2", 9525, tirets=True)
_RAPPEL, _CADRE = Trait("tx2", 6350), Trait("accent5", 6350)
_ZONE_MAX = 2 * MM  # of the zone, what labels keep away from
_PAS = tuple(round(pas * 3 * MM) for pas in range(-6, 7))
_ECARTS = sorted(product(_PAS, _PAS), key=lambda p: (abs(p[1]) + abs(p[0]) / 2, p))


def draw_cartes(dossier: Dossier) -> list[Dessin]:
    """The map, and those of the sheets; none without a GeoJSON, or without what draws it."""
    carte = dossier.carte
    if carte is None or not carte.outils:
        return []
    releve = survey(carte)
    quartiers = list_dessines(dossier, releve)
    if not quartiers:
        return []
    return [_Cartographe(carte, releve, quartiers).draw(), *draw_fiches(dossier, releve, quartiers)]


class _Cartographe(Struct, frozen=True, dict=True):
    """Draws the map of those quartiers, from the back to the front."""

    carte: Carte
    releve: Releve
    quartiers: Sequence[QuartierDessine]

    def draw(self) -> Dessin:
        haut = self._papier.hauteur
        coin = self._coin()
        cles = self._legende(avec_echelle=coin is None)
        bord = Rectangle("Cadre", 0, 0, LARGEUR_DU_TEXTE, haut, None, _CADRE)
        echelle = () if coin is None else self._echelle.shifted(*coin)
        formes = (*self._sol(), *self._ecrits(), *echelle, bord, *cles.shifted(0, haut + 3 * MM))
        titre = "Carte des quartiers"
        alt = describe(self.quartiers)
        hauteur = haut + 3 * MM + cles.hauteur
        mention, numeros = self.carte.mention, len(self.quartiers) > NOMS_MAX
        return Dessin("carte", titre, alt, LARGEUR_DU_TEXTE, hauteur, formes, mention, numeros)

    @cached_property
    def _papier(self) -> Papier:
        """The paper, what explains the map below it being on the same page."""
        cles = [legende.draw_cle(self._cle(nom, liste=False)) for nom in self._referents()]
        signes = [legende.draw_cle(cle) for cle in self._signes()]
        dessous = legende.flow([*cles, *signes], LARGEUR_DU_TEXTE).hauteur + 12 * MM
        return lay_out(self.releve.bornes, TOUT_MAX - 3 * MM - dessous)

    @cached_property
    def _fonds(self) -> Mapping[str, Fond]:
        """The fill of each référent, in the order of the table."""
        connus = dict.fromkeys(q.referent for q in self.quartiers)
        seul = len(connus) == 1
        noms = [nom for nom in connus if nom or seul]
        fonds = {nom: FONDS[rang % len(FONDS)] for rang, nom in enumerate(noms)}
        return {"": _SANS_REFERENT, **fonds}

    @cached_property
    def _boites(self) -> list[Boite]:
        autour = min(round(ZONE * self._papier.metre), _ZONE_MAX)
        return [self._papier.box(quartier.surface, autour) for quartier in self.quartiers]

    @cached_property
    def _noms(self) -> list[Etiquette] | None:
        """The names beside their quartiers; None when there is no room for all of them."""
        if len(self.quartiers) > NOMS_MAX:
            return None
        tailles = [size(quartier.nom) for quartier in self.quartiers]
        return place(self._boites, tailles, self._papier.cadre)

    @cached_property
    def _etiquettes(self) -> list[Etiquette]:
        """The names, else the numbers; on their quartier when even these have no room."""
        if self._noms is not None:
            return self._noms
        tailles = [self._numero] * len(self.quartiers)
        posees = place(self._boites, tailles, self._papier.cadre)
        return posees or [Etiquette(self._sur(quartier)) for quartier in self.quartiers]

    @property
    def _numero(self) -> Point:
        """The room of a number."""
        return size("000" if len(self.quartiers) > 99 else "00")

    def _sur(self, quartier: QuartierDessine) -> Boite:
        """The room of a number on its quartier."""
        x, y = self._papier.centre(quartier.surface)
        large, haut = self._numero
        gauche, dessus = x - large // 2, y - haut // 2
        return gauche, dessus, gauche + large, dessus + haut

    def _sol(self) -> Iterator[Forme]:
        """Communes, zone, then quartiers."""
        papier, carte = self._papier, self.carte
        communes = [
            papier.trace(f"Commune {contour.nom}", surface, None, _COMMUNE)
            for contour, surface in zip(carte.communes, self.releve.communes, strict=True)
        ]
        zone = papier.trace(f"Zone de {ZONE} mètres", self.releve.zone, _ZONE, _BORD_DE_ZONE)
        quartiers = [
            papier.trace(q.nom, q.surface, *self._look(self._fonds[q.referent], plein=q.is_qpv))
            for q in self.quartiers
        ]
        yield from (forme for forme in (zone, *communes, *quartiers) if forme is not None)

    @staticmethod
    def _look(fond: Fond, *, plein: bool) -> tuple[Fond, Trait]:
        """A QPV is full, another quartier hollow, in the colour of its référent."""
        return (fond, _QPV) if plein else (_VIDE, Trait(fond.couleur, _CONTOUR))

    def _ecrits(self) -> Iterator[Forme]:
        """The lines to the labels, the labels, and the communes' names where there is room."""
        for etiquette in self._etiquettes:
            if etiquette.trait:
                yield Trace("Rappel", (etiquette.trait,), trait=_RAPPEL)
        for quartier, etiquette in zip(self.quartiers, self._etiquettes, strict=True):
            texte = str(quartier.numero) if self._noms is None else quartier.nom
            ecrit = Ecrit(texte, CORPS, gras=True, italique=not quartier.is_qpv)
            dessus = etiquette.boite == self._sur(quartier)
            yield replace(write(quartier.nom, etiquette, ecrit), fond=_VIDE if dessus else None)
        yield from self._noms_de_communes()

    def _noms_de_communes(self) -> Iterator[Forme]:
        """The communes' names, where there is room; first those that have the fewest places."""
        communes = zip(self.carte.communes, self.releve.communes, strict=True)
        noms = [(contour.nom, self._places(contour.nom, surface)) for contour, surface in communes]
        prises: list[Boite] = []
        for nom, places in sorted(noms, key=lambda paire: len(paire[1])):
            libres = (b for b in places if not any(overlap(b, prise) for prise in prises))
            for boite in islice(libres, 1):
                prises.append(boite)
                ecrit = Ecrit(nom, CORPS, couleur="tx2")
                yield write(f"Commune {nom}", Etiquette(boite), ecrit)

    def _places(self, nom: str, surface: BaseGeometry) -> list[Boite]:
        """Where a name can stand beside the quartiers: in its commune, else across its edge."""
        papier = self._papier
        prises = [*self._boites, *(etiquette.boite for etiquette in self._etiquettes)]
        rappels = [etiquette.trait for etiquette in self._etiquettes if etiquette.trait]
        essais = [boite for boite in self._essais(nom, surface) if inside(boite, papier.cadre)]
        libres = [
            boite
            for boite in papier.touching(surface, essais)
            if not any(overlap(boite, prise) for prise in prises)
            and not any(crosses(rappel, boite) for rappel in rappels)
        ]
        dedans = papier.within(surface, libres)
        return dedans or [boite for boite in libres if self._is_said_of(surface, boite)]

    def _is_said_of(self, surface: BaseGeometry, boite: Boite) -> bool:
        """Whether the middle of a name is on no other commune."""
        gauche, haut, droite, bas = boite
        milieu = (gauche + droite) // 2, (haut + bas) // 2
        dessous = self._papier.under(self.releve.communes, *milieu)
        return all(autre is surface for autre in dessous)

    def _essais(self, nom: str, surface: BaseGeometry) -> Iterator[Boite]:
        """Places for a name, from the middle of a surface outwards."""
        x, y = self._papier.centre(surface)
        large, haut = size(nom)
        for dx, dy in _ECARTS:
            gauche, dessus = x + dx - large // 2, y + dy - haut // 2
            yield gauche, dessus, gauche + large, dessus + haut

    @cached_property
    def _echelle(self) -> Pave:
        return legende.draw_echelle(self._papier.metre)

    def _coin(self) -> Point | None:
        """The corner of the frame where the scale covers nothing, None when there is none."""
        gauche, haut, droite, bas = self._papier.cadre
        large, long = self._echelle.hauteur, self._echelle.largeur
        for x, y in ((gauche, bas - large), (droite - long, bas - large), (droite - long, haut)):
            boite = (x, y, x + long, y + large)
            sols = (self.releve.zone, *self.releve.communes)
            ecrits = (etiquette.boite for etiquette in self._etiquettes)
            if not any(self._papier.touching(sol, [boite]) for sol in sols) and not any(
                overlap(boite, ecrit) for ecrit in ecrits
            ):
                return x, y
        return None

    def _legende(self, *, avec_echelle: bool) -> Pave:
        """The référents, with their quartiers when these have no room; types, zone, scale."""
        signes = [legende.draw_cle(cle) for cle in self._signes()]
        signes += [self._echelle] if avec_echelle else []
        bas = legende.flow(signes, LARGEUR_DU_TEXTE)
        if self._noms is None and len(self.quartiers) <= NOMS_MAX:
            cles = [self._cle(nom, liste=True) for nom in self._referents()]
            return legende.stack([legende.columns(cles, LARGEUR_DU_TEXTE), bas])
        if self._referents() == [""]:
            return bas
        cles = [self._cle(nom, liste=False) for nom in self._referents()]
        haut = legende.flow([legende.draw_cle(cle) for cle in cles], LARGEUR_DU_TEXTE)
        return legende.stack([haut, bas])

    def _referents(self) -> list[str]:
        return list(dict.fromkeys(quartier.referent for quartier in self.quartiers))

    def _cle(self, referent: str, *, liste: bool) -> Cle:
        siens = [q for q in self.quartiers if q.referent == referent]
        seul = len(self._referents()) == 1
        nom = referent or ("Quartiers" if seul else "Sans référent connu")
        entrees = tuple(quartier.entree for quartier in siens) if liste else ()
        return Cle(nom, self._fonds[referent], _QPV, entrees)

    def _signes(self) -> Iterator[Cle]:
        """What is not a matter of référent."""
        if any(quartier.is_qpv for quartier in self.quartiers):
            yield Cle("Prioritaire (QPV) : plein", *self._look(Fond("tx2"), plein=True))
        if not all(quartier.is_qpv for quartier in self.quartiers):
            yield Cle("Communautaire : vide", *self._look(Fond("tx2"), plein=False))
        yield Cle(f"Zone de {ZONE}{INSECABLE}m", _ZONE, _BORD_DE_ZONE)
        if self.carte.communes:
            yield Cle("Commune", None, _COMMUNE)
