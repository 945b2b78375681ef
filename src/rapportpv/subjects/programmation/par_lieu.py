"""The programming by commune and by quartier.

An action on several of them is counted once, whole, on a line of its own: nothing says how its
money is shared out, and a share made up by us would be quoted as a fact.
"""

from rapportpv.core.dossier import Dossier
from rapportpv.core.quantites import Recolte
from rapportpv.subjects.programmation.lieux import Lieux, communes_of, quartiers_of
from rapportpv.subjects.programmation.repartition import (
    NON_PRECISE,
    Repartition,
    add_repartition,
    cells,
    most_frequent,
)

_COMMUNES = Repartition(
    "par_commune", "Programmation par commune", "communes", "commune", "Commune"
)
_QUARTIERS = Repartition(
    "par_quartier", "Programmation par quartier", "quartiers", "quartier", "Quartier"
)


def sum_par_commune(dossier: Dossier) -> Recolte:
    """The table `par_commune`; nothing when no supported action is in one alone."""
    return _sum(dossier, _COMMUNES, communes_of(dossier))


def sum_par_quartier(dossier: Dossier) -> Recolte:
    """The table `par_quartier`, in the same way; a quartier may be named by its code."""
    return _sum(dossier, _QUARTIERS, quartiers_of(dossier))


def _sum(dossier: Dossier, repartition: Repartition, lieux: Lieux) -> Recolte:
    recolte = Recolte()
    cles, libelles = lieux.sort(most_frequent(cells(dossier, repartition.champ)))
    if all(cle.startswith("+") for cle in cles.values()):
        return recolte  # nothing is of one place alone: the table would say nothing
    add_repartition(recolte, dossier, repartition, cles, libelles | {NON_PRECISE: "Non précisé"})
    return recolte
