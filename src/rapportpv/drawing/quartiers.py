"""What a map shows: each quartier with its surface, and the same in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from rapportpv.core.dossier import Dossier
from rapportpv.drawing.geometrie import ZONE, Releve, merge
from rapportpv.french.alternative import fit_phrases
from rapportpv.french.typographie import INSECABLE
from rapportpv.subjects.carte.appariement import Appariement
from rapportpv.subjects.territoire.quartiers_par_referent import QuartierSitue, list_quartiers
from rapportpv.subjects.territoire.sheet import COMMUNAUTAIRE, QPV, QUARTIERS, TYPES_QUARTIER

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


class QuartierDessine(Struct, frozen=True):
    """A quartier of the map, its number there, and its surface in metres."""

    numero: int
    nom: str
    communes: tuple[str, ...]
    type: str
    referent: str
    surface: BaseGeometry

    @property
    def is_qpv(self) -> bool:
        """Whether the State recognises it."""
        return self.type == QPV

    @property
    def entree(self) -> str:
        """How the key lists it: «3. Les Tilleuls (Valmont)»."""
        lieu = f" ({', '.join(self.communes)})" if self.communes else ""
        return f"{self.numero}.{INSECABLE}{self.nom}{lieu}"


def list_dessines(dossier: Dossier, releve: Releve) -> list[QuartierDessine]:
    """The quartiers that the map has, in the order of the table; those of no sheet come last.

    Their numbers are those of the lines of the table.
    """
    carte = dossier.carte
    assert carte is not None
    surfaces = {c.rang: s for c, s in zip(carte.quartiers, releve.quartiers, strict=True)}
    connus: list[tuple[int, QuartierSitue, BaseGeometry]] = []
    nombre = 0
    inconnus = carte.quartiers
    if (feuille := dossier.feuille(QUARTIERS)) is not None:
        appariement = Appariement(feuille, carte.quartiers)
        inconnus = appariement.inconnus
        for nombre, quartier in enumerate(list_quartiers(dossier), 1):
            siens = [r for r, ligne in appariement.lignes.items() if ligne == quartier.ligne]
            if siens:
                connus.append((nombre, quartier, merge([surfaces[rang] for rang in siens])))
    for numero, contour in enumerate(inconnus, nombre + 1):
        genre = TYPES_QUARTIER.find(contour.type) or ""
        situe = QuartierSitue(0, contour.libelle, (), genre, "")
        connus.append((numero, situe, surfaces[contour.rang]))
    return [
        QuartierDessine(numero, q.nom, q.communes, q.type, q.referent, surface)
        for numero, q, surface in connus
    ]


def describe(quartiers: Sequence[QuartierDessine]) -> str:
    """The map in words: how many quartiers, of which type, who follows the most and the least.

    Which ones they are, the table says.
    """
    return fit_phrases(_phrases(quartiers))


def _phrases(quartiers: Sequence[QuartierDessine]) -> Iterator[str]:
    types = [(QPV, "QPV"), (COMMUNAUTAIRE, "communautaire")]
    comptes = [(sum(q.type == code for q in quartiers), nom) for code, nom in types]
    dont = " et ".join(f"{n} {_plural(nom, n)}" for n, nom in comptes if n)
    suite = f", dont {dont}" if dont else ""
    nombre = len(quartiers)
    yield (
        f"Carte de {nombre} {_plural('quartier', nombre)}{suite}, et de la zone de "
        f"{ZONE}{INSECABLE}m autour."
    )
    suivis = Counter(q.referent for q in quartiers if q.referent).most_common()
    if len(suivis) > 1:
        (qui, plus), (autre, moins) = suivis[0], suivis[-1]
        nombres = [nombre for _, nombre in suivis]
        if nombres.count(plus) == nombres.count(moins) == 1:
            yield f"{qui} en suit le plus ({plus}), {autre} le moins ({moins})."
        elif plus > moins:
            yield f"Chaque référent en suit de {moins} à {plus}."
        else:
            yield f"Chacun des {len(suivis)} référents en suit {plus}."


def _plural(nom: str, nombre: int) -> str:
    return nom if nombre < 2 or nom == "QPV" else f"{nom}s"
