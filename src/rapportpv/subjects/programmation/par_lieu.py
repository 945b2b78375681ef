"""The programming by commune and by quartier.

An action on several of them is counted once, whole, on a line of its own: nothing says how its
money is shared out, and a share made up by us would be quoted as a fact. The line of each place
says how many it shares.
"""

from collections import Counter
from collections.abc import Mapping

from rapportpv.core.dossier import Dossier
from rapportpv.core.quantites import Recolte
from rapportpv.subjects.programmation.lieux import EN_PLUSIEURS, Lieux, communes_of, quartiers_of
from rapportpv.subjects.programmation.repartition import (
    NON_PRECISE,
    Classement,
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
    lues = cells(dossier, repartition.champ)
    cles, libelles = lieux.sort(most_frequent(lues))
    if all(cle.startswith("+") for cle in cles.values()):
        return recolte  # nothing is of one place alone: the table would say nothing
    libelles |= {NON_PRECISE: "Non précisé"}
    partagees = _count_shared(lieux, Counter(lues), cles)
    add_repartition(recolte, dossier, repartition, Classement(cles, libelles, partagees))
    return recolte


def _count_shared(
    lieux: Lieux, cellules: Mapping[str, int], cles: Mapping[str, str]
) -> dict[str, int]:
    """How many actions each place shares, of those that a cell names."""
    partagees: Counter[str] = Counter()
    nommees = set(cles.values())
    for texte, nombre in cellules.items():
        siens = lieux.share(texte)
        partagees.update(dict.fromkeys(siens, nombre))
        if cles[texte] == EN_PLUSIEURS:
            nommees |= siens
    return {cle: nombre for cle, nombre in partagees.items() if cle in nommees}
