"""Un contour de la carte tombe hors de France.

## Pourquoi c’est gênant
La carte serait fausse, ou un point égaré la rendrait minuscule. Le plus souvent, les coordonnées
sont en mètres alors que le GeoJSON les veut en degrés. (Les départements et collectivités
d’outre-mer sont reconnus ; une carte montre une seule de ces parties du territoire.)

## Exemple fautif
Un contour en Lambert-93, sans que le fichier le dise : [704000, 7059000].

## À écrire plutôt
Exportez la couche dans le système « EPSG:4326 » (WGS 84) : [3.06, 50.63]. Un fichier en Lambert-93
convient aussi s’il le dit par un membre « crs » (« EPSG:2154 »).
"""

from collections.abc import Mapping

from rapportpv.core.anomalie import Rule, Severite

AILLEURS: Mapping[str, str] = {
    "metres": (
        "Les coordonnées ne sont pas en degrés, sans doute en mètres. Exportez la couche dans le "
        "système « EPSG:4326 » (WGS 84)"
    ),
    "systeme": (
        "Le fichier est dans un système de coordonnées qui n’est pas reconnu. Exportez la couche "
        "dans le système « EPSG:4326 » (WGS 84)"
    ),
    "ailleurs": (
        "Ce contour tombe hors de France, ou loin des autres. Corrigez-le, ou exportez la couche "
        "dans le système « EPSG:4326 » (WGS 84)"
    ),
}
"""What is wrong with the coordinates, and what to do."""

PV704 = Rule(
    "PV704",
    "coordonnees-hors-de-france",
    Severite.ERREUR,
    message="{raison}.",
    doc=__doc__,
)
