"""The sectors of a map: the communes of each référent in one tint, and his or her name on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from rapportpv.core.carte import Carte
from rapportpv.core.dessin import MM, Couleur, Ecrit, Fond, Rectangle
from rapportpv.core.dossier import Dossier
from rapportpv.drawing.formes import Pave
from rapportpv.drawing.geometrie import Releve, merge
from rapportpv.drawing.quartiers import QuartierDessine
from rapportpv.drawing.texte import height, measure, wrap
from rapportpv.french.lieux import place_key
from rapportpv.subjects.territoire.quartiers_par_referent import (
    list_quartiers,
    list_referents_de_communes,
)

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

COULEURS: tuple[Couleur, ...] = ("accent1", "accent2", "accent6", "accent4", "accent3")
"""Those of the sectors, whose names tell them apart on grey prints; more have patterns."""

_TEINTE = 90  # percent of white in that of communes
_CORPS, _CORPS_DES_NOMBRES = 11, 9
_LARGEUR = 40 * MM  # longer names take two lines


class Secteur(Struct, frozen=True):
    """What a référent follows: how many communes and quartiers, the communes that the map draws."""

    referent: str
    couleur: Couleur
    suivies: int
    quartiers: int
    communes: Mapping[str, BaseGeometry]
    surface: BaseGeometry

    @property
    def fond(self) -> Fond:
        """That of its communes."""
        return Fond(self.couleur, teinte=_TEINTE)

    def write(self, *, dedans: bool) -> Pave:
        """Its name and what it counts; on its own tint, no colour is dark enough for all."""
        encre: Couleur = "tx1" if dedans else self.couleur
        nom = Ecrit(self.referent, _CORPS, gras=True, couleur=encre)
        communes = f"{self.suivies} commune{'s' * (self.suivies > 1)}"
        quartiers = f"{self.quartiers} quartier{'s' * (self.quartiers > 1)}"
        nombres = Ecrit(f"{communes}, {quartiers}", _CORPS_DES_NOMBRES, couleur="tx2")
        lignes = (*wrap(nom, _LARGEUR), nombres)
        large = max(measure(e.texte, e.corps, gras=e.gras) for e in lignes) + MM
        forme = Rectangle(f"Secteur {self.referent}", 0, 0, large, height(lignes), ecrits=lignes)
        return Pave(large, forme.hauteur, (forme,))


def list_secteurs(
    dossier: Dossier, carte: Carte, releve: Releve, quartiers: Sequence[QuartierDessine]
) -> tuple[Secteur, ...]:
    """The sector of each référent; none for one alone, for too many, or without communes drawn."""
    suivis = list(dict.fromkeys(q.referent for q in quartiers if q.referent))
    referents = list_referents_de_communes(dossier)
    dessinees: dict[str, dict[str, BaseGeometry]] = {}
    for contour, surface in zip(carte.communes, releve.communes, strict=True):
        referent = referents.get(place_key(contour.nom), "")
        dessinees.setdefault(referent, {})[contour.nom] = surface
    if not 1 < len(suivis) <= len(COULEURS) or not {*suivis} <= dessinees.keys():
        return ()
    communes = Counter(referents.values())
    nombres = Counter(q.referent for q in list_quartiers(dossier))  # drawn or not
    return tuple(
        Secteur(nom, couleur, communes[nom], nombres[nom], sols, merge([*sols.values()]))
        for couleur, nom in zip(COULEURS, suivis, strict=False)
        for sols in (dessinees[nom],)
    )
