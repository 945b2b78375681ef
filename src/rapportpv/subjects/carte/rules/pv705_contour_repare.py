"""Un contour de la carte se croise lui-même.

## Pourquoi c’est gênant
On ne sait pas ce qui est dedans et ce qui est dehors. Le contour est réparé pour être dessiné, et
sa surface n’est plus tout à fait celle du fichier.

## Exemple fautif
Deux sommets d’un contour sont dans le mauvais ordre : il forme un nœud papillon.

## À écrire plutôt
Dans QGIS, « Vérifier la validité » montre où le contour se croise, et « Réparer les géométries » le
corrige.
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.carte import Contour
from rapportpv.core.dossier import Dossier

_MILLIEME = 0.001


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each contour whose surface is not what its points say."""
    carte = dossier.carte
    if carte is None or not carte.outils:
        return
    for contour in (*carte.quartiers, *carte.communes):
        if _is_changed(contour):
            yield PV705.at(carte.lieu([contour]), valeur=contour.libelle)


def _is_changed(contour: Contour) -> bool:
    """Whether a surface that crosses itself is another one once repaired."""
    import shapely

    for surface in contour.surfaces:
        lue = shapely.Polygon(surface[0], surface[1:])
        if not lue.is_valid:
            ecrite = lue.area  # what the order of its points gives: a loop counts against
            if abs(shapely.make_valid(lue).area - ecrite) > _MILLIEME * abs(ecrite):
                return True
    return False


PV705 = Rule(
    "PV705",
    "contour-repare",
    Severite.INFO,
    message=(
        "Le contour de « {valeur} » se croise lui-même : il est réparé pour être dessiné. "
        "Vérifiez-le sur la carte, ou corrigez le fichier (QGIS, « Réparer les géométries »)."
    ),
    doc=__doc__,
    check=check,
)
