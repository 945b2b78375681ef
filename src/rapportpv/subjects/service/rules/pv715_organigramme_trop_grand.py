"""L’organigramme a trop de postes pour tenir sur une page.

## Pourquoi c’est gênant
Au-delà de soixante postes, il ne se lirait plus : le rapport se fait sans lui.

## Exemple fautif
La feuille « Service » est l’annuaire de toute l’intercommunalité.

## À écrire plutôt
La feuille « Service » ne garde que le service « Politique de la ville » et ceux dont il dépend.
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.core.emplacement import Emplacement
from rapportpv.subjects.service.organigramme import POSTES_MAX
from rapportpv.subjects.service.sheet import SERVICE


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """The sheet with more posts than a page can show."""
    feuille = dossier.feuille(SERVICE)
    if feuille is not None and len(feuille.frame) > POSTES_MAX:
        lieu = Emplacement(feuille.fichier, feuille.nom)
        yield PV715.at(lieu, nombre=len(feuille.frame), limite=POSTES_MAX)


PV715 = Rule(
    "PV715",
    "organigramme-trop-grand",
    Severite.ALERTE,
    message=(
        "L’organigramme aurait {nombre} postes : il n’est pas dessiné. Gardez-en {limite} au plus, "
        "ceux du service et ceux dont il dépend."
    ),
    doc=__doc__,
    check=check,
)
