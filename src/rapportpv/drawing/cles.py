"""What a map is read with: the fill of each référent, that of each type, the zone, communes."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from rapportpv.core.dessin import LARGEUR_DU_TEXTE, Fond, Trait
from rapportpv.drawing import legende
from rapportpv.drawing.formes import Pave
from rapportpv.drawing.geometrie import ZONE
from rapportpv.drawing.legende import Cle
from rapportpv.drawing.quartiers import QuartierDessine
from rapportpv.french.typographie import INSECABLE

SANS_REFERENT, VIDE = Fond("tx2"), Fond("bg1")
COMMUNE = Trait("tx2", 9525, teinte=25)
ZONE_AUTOUR, BORD_DE_ZONE = Fond("bg2"), Trait("tx2", 9525, tirets=True)
_BORD = Trait("tx1", 9525)
_CONTOUR = 19050  # of a quartier that is hollow
_DE_SECTEUR = Fond("tx2", teinte=90)


def look(fond: Fond, *, plein: bool) -> tuple[Fond, Trait]:
    """A QPV is full, another quartier hollow, in the colour of its référent."""
    return (fond, _BORD) if plein else (VIDE, Trait(fond.couleur, _CONTOUR))


class Cles(Struct, frozen=True):
    """The entries of the key of a map; `listes`: the quartiers have numbers, which it lists.

    `secteurs`: the map says the name of each référent, whom the key needs only to list quartiers.
    """

    quartiers: Sequence[QuartierDessine]
    fonds: Mapping[str, Fond]
    communes: bool
    secteurs: bool
    listes: bool

    def draw_inside(self) -> Pave | None:
        """The key for a corner of the map; None when it lists the quartiers."""
        cles = [*self._list_referents(), *self._list_signes()]
        return None if self.listes else legende.stack([legende.draw_cle(cle) for cle in cles])

    def draw_below(self, echelle: Pave | None) -> Pave:
        """The key below the map, and the scale when it found no place on it."""
        paves = [legende.draw_cle(cle) for cle in self._list_signes()]
        bas = legende.flow([*paves, *filter(None, [echelle])], LARGEUR_DU_TEXTE)
        referents = list(self._list_referents())
        if self.listes:
            return legende.stack([legende.columns(referents, LARGEUR_DU_TEXTE), bas])
        if not referents:
            return bas
        haut = legende.flow([legende.draw_cle(cle) for cle in referents], LARGEUR_DU_TEXTE)
        return legende.stack([haut, bas])

    def _list_referents(self) -> Iterator[Cle]:
        """An entry a référent: all to list quartiers, else those whom nothing else tells."""
        noms = list(dict.fromkeys(quartier.referent for quartier in self.quartiers))
        sans = "Quartiers" if len(noms) == 1 else "Sans référent connu"
        if self.listes:
            for nom in noms:
                siens = (q.entree for q in self.quartiers if q.referent == nom)
                yield Cle(nom or sans, self.fonds[nom], _BORD, tuple(siens))
        elif noms != [""]:
            dits = [nom for nom in noms if not (nom and self.secteurs)]
            yield from (Cle(nom or sans, self.fonds[nom], _BORD) for nom in dits)

    def _list_signes(self) -> Iterator[Cle]:
        """What is not a matter of référent."""
        if any(quartier.is_qpv for quartier in self.quartiers):
            yield Cle("Prioritaire (QPV) : plein", *look(SANS_REFERENT, plein=True))
        if not all(quartier.is_qpv for quartier in self.quartiers):
            yield Cle("Communautaire : vide", *look(SANS_REFERENT, plein=False))
        zone = VIDE if self.secteurs else ZONE_AUTOUR
        yield Cle(f"Zone de {ZONE}{INSECABLE}m", zone, BORD_DE_ZONE)
        if self.communes and self.secteurs:
            yield Cle("Commune, à la teinte du secteur", _DE_SECTEUR, COMMUNE)
        elif self.communes:
            yield Cle("Commune", None, COMMUNE)
