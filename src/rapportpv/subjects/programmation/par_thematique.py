"""The programming by thématique, as the sheet names them."""

from rapportpv.core.dossier import Dossier
from rapportpv.core.quantites import Recolte
from rapportpv.french.lexique import normalise, squash
from rapportpv.subjects.programmation.repartition import (
    NON_PRECISE,
    Classement,
    Repartition,
    add_repartition,
    cells,
    most_frequent,
)

_THEMATIQUES = Repartition(
    "par_thematique", "Programmation par thématique", "thematique", "thematique", "Thématique"
)


def sum_par_thematique(dossier: Dossier) -> Recolte:
    """The table `par_thematique`; nothing when no supported action has one."""
    recolte = Recolte()
    libelles: dict[str, str] = {}
    cles: dict[str, str] = {}
    for texte in most_frequent(cells(dossier, _THEMATIQUES.champ)):
        cles[texte] = squash(texte) or NON_PRECISE
        libelles.setdefault(cles[texte], normalise(texte))
    if libelles.keys() - {NON_PRECISE}:
        libelles[NON_PRECISE] = "Non précisée"
        add_repartition(recolte, dossier, _THEMATIQUES, Classement(cles, libelles))
    return recolte
