"""Le fichier de la carte ne se lit pas.

## Pourquoi c’est gênant
La carte du rapport se dessine d’après « carte.geojson ». Illisible, il ne donne aucune carte.

## Exemple fautif
« carte.geojson » est un fichier « .zip » ou « .shp » renommé.

## À écrire plutôt
Dans QGIS : clic droit sur la couche des quartiers, « Exporter », « Sauvegarder les entités sous »,
format « GeoJSON », SCR « EPSG:4326 ». Pour un rapport sans carte, retirez le fichier.
"""

from collections.abc import Mapping
from typing import Literal

from rapportpv.core.anomalie import Rule, Severite

Refus = Literal[
    "pas_json",
    "autre",
    "topojson",
    "trop_profond",
    "trop_grand",
    "trop_d_objets",
    "emmele",
    "sans_contour",
    "sans_nom",
]

_EXPORT = "Exportez de nouveau la couche des quartiers au format GeoJSON"

RAISONS: Mapping[Refus, str] = {
    "pas_json": f"ce n’est pas un GeoJSON, ou il est abîmé. {_EXPORT}",
    "autre": f"c’est du JSON, mais pas une collection d’objets GeoJSON. {_EXPORT}",
    "topojson": f"c’est un TopoJSON. {_EXPORT}",
    "trop_profond": f"ses éléments sont imbriqués sans fin. {_EXPORT}",
    "trop_grand": (
        "il est démesuré (plus de 20 Mo ou de 200 000 points). Simplifiez les contours dans QGIS "
        "(« Simplifier », tolérance de 5 mètres) et exportez de nouveau la couche"
    ),
    "trop_d_objets": (
        "il a plus de 500 objets : est-ce le fichier national ? Dans QGIS, sélectionnez les "
        "quartiers et les communes de votre territoire, puis exportez la sélection"
    ),
    "emmele": (
        "un contour se croise lui-même des centaines de fois : ce n’est pas le bord d’un lieu. "
        "Dans QGIS, « Réparer les géométries », puis exportez de nouveau la couche"
    ),
    "sans_contour": (
        "il n’a aucun contour de quartier (« Polygon » ou « MultiPolygon »). Exportez la couche "
        "des périmètres des quartiers, et non celle de points ou de communes"
    ),
    "sans_nom": (
        "ses contours n’ont ni nom ni code. Donnez à chacun une propriété « nom » ou « code », "
        "comme dans la feuille « Quartiers »"
    ),
}
"""Why a file was refused, and what to do, by reason."""

PV701 = Rule(
    "PV701",
    "carte-illisible",
    Severite.ERREUR,
    message="La carte ne peut pas être dessinée d’après ce fichier : {raison}.",
    doc=__doc__,
)
