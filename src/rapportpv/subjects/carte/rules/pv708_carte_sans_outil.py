"""Ce qui dessine la carte n’est pas installé.

## Pourquoi c’est gênant
Le projet a un « carte.geojson », et le rapport se fait sans sa carte ; le tableau des
quartiers reste. La carte demande deux bibliothèques de géométrie,
qui ne sont installées que si on les demande.

## Exemple fautif
pip install rapportpv

## À écrire plutôt
pip install rapportpv[carte]
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.core.emplacement import Emplacement


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """The map that cannot be drawn on this machine."""
    if dossier.carte is not None and not dossier.carte.outils:
        yield PV708.at(Emplacement(dossier.carte.fichier))


PV708 = Rule(
    "PV708",
    "carte-sans-outil",
    Severite.ALERTE,
    message=(
        "Ce qui dessine la carte n’est pas installé : le rapport se fait sans elle. Tapez "
        "« pip install rapportpv[carte] », ou retirez ce fichier."
    ),
    doc=__doc__,
    check=check,
)
