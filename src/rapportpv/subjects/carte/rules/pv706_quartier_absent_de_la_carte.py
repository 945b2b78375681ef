"""Un quartier n’est pas sur la carte.

## Pourquoi c’est gênant
La carte du rapport doit montrer tous les quartiers de la feuille « Quartiers ». Un contour se
rapproche d’un quartier par son code, sinon par son nom.

## Exemple fautif
La feuille « Quartiers » a une ligne « Les Tilleuls », et « carte.geojson » n’en a pas le contour.

## À écrire plutôt
Ajoutez le contour à « carte.geojson », avec une propriété « nom » (« Les Tilleuls ») ou « code ».
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.subjects.carte.appariement import Appariement
from rapportpv.subjects.territoire.sheet import QUARTIERS


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each quartier without a contour, unless an unknown contour has nearly its name."""
    carte, feuille = dossier.carte, dossier.feuille(QUARTIERS)
    if carte is None or feuille is None or feuille.frame.empty:
        return
    appariement = Appariement(feuille, carte.quartiers)
    noms = feuille.frame["nom"]
    for ligne in sorted(set(appariement.absents) - set(appariement.proches.values())):
        yield PV706.at(feuille.lieu([ligne], "nom"), valeur=noms[ligne])


PV706 = Rule(
    "PV706",
    "quartier-absent-de-la-carte",
    Severite.ALERTE,
    message=(
        "Le quartier « {valeur} » n’est pas sur la carte. Ajoutez son contour à « carte.geojson », "
        "avec son code ou son nom écrit comme ici."
    ),
    doc=__doc__,
    check=check,
)
