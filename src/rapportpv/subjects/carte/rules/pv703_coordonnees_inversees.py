"""Les coordonnées de la carte sont inversées.

## Pourquoi c’est gênant
Le GeoJSON veut la longitude d’abord, puis la latitude. Inversées, les coordonnées de la France
tombent dans l’océan Indien.

## Exemple fautif
Le centre de Lille est écrit [50.63, 3.06].

## À écrire plutôt
Le centre de Lille s’écrit [3.06, 50.63].
"""

from rapportpv.core.anomalie import Rule, Severite

PV703 = Rule(
    "PV703",
    "coordonnees-inversees",
    Severite.ERREUR,
    message=(
        "Les coordonnées sont inversées : la latitude est avant la longitude. Exportez de nouveau "
        "la couche au format GeoJSON, longitude d’abord (QGIS le fait toujours ainsi)."
    ),
    doc=__doc__,
)
