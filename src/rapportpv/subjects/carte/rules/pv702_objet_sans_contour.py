"""Un objet de la carte n’est pas un contour qui se nomme.

## Pourquoi c’est gênant
Cet objet n’est pas dessiné : c’est un point ou une ligne, ou un contour qui n’a ni nom ni code.

## Exemple fautif
Un quartier est dans « carte.geojson » sous la forme d’un point.

## À écrire plutôt
Donnez à chaque quartier son périmètre (« Polygon » ou « MultiPolygon ») et une propriété « nom » ou
« code » ; retirez les objets qui n’ont rien à faire sur la carte.
"""

from rapportpv.core.anomalie import Rule, Severite

PV702 = Rule(
    "PV702",
    "objet-sans-contour",
    Severite.ALERTE,
    message=(
        "Cet objet n’est pas dessiné : il n’a pas de contour (« Polygon » ou « MultiPolygon »), ou "
        "ni nom ni code. Complétez-le, ou retirez-le du fichier."
    ),
    doc=__doc__,
)
