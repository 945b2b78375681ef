"""From one version of a document to another: the list of what changed, and the means to mark it."""

from msgspec import Struct

from rapportpv.core.comparaison import Comparaison
from rapportpv.review.comparaison.lister import Liste
from rapportpv.review.comparaison.zones import Appariement, Cote
from rapportpv.review.ouvrir import Ouvert

_SOMMAIRE = "Le sommaire suit les titres : il n’est pas détaillé."
_SUIVIES = "« {} » a des modifications suivies : elles sont lues comme acceptées."


class Comparee(Struct, frozen=True):
    """What changed, and both documents side by side."""

    comparaison: Comparaison
    appariement: Appariement


def compare(avant: Ouvert, apres: Ouvert) -> Comparee:
    """All that changed from a document to another."""
    appariement = Appariement(Cote(avant.unpack()), Cote(apres.unpack())).run()
    liste = Liste().tell(appariement)
    remarques = [
        _SUIVIES.format(ouvert.chemin.name)
        for ouvert, cote in ((avant, appariement.avant), (apres, appariement.apres))
        if cote.suivi
    ]
    if liste.sommaire:
        remarques.append(_SOMMAIRE)
    comparaison = Comparaison(
        avant.chemin.name,
        apres.chemin.name,
        liste.chiffres,
        tuple(liste.changements),
        liste.formes,
        tuple(remarques),
    )
    return Comparee(comparaison, appariement)
