"""The quartiers of the map, each with its figures of the year (RFC 7946, in degrees)."""

import json
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from itertools import pairwise

from rapportpv.core.carte import WGS84, Anneau, Carte, Contour
from rapportpv.core.chiffre import Quantite, Tableau
from rapportpv.export.donnees.champs import read_quantite
from rapportpv.french.lieux import place_key

_DECIMALES = 6  # a tenth of a metre
Point = tuple[float, float]


def can_project(carte: Carte) -> bool:
    """Whether the map is in degrees, or can be put in them."""
    return carte.epsg == WGS84 or find_spec("pyproj") is not None


def format_quartiers(carte: Carte, tableau: Tableau | None, annee: int) -> str:
    """The quartiers as a collection of objects."""
    lignes = {} if tableau is None else _index(tableau)
    place = _make_place(carte.epsg)
    objets = [_write(contour, lignes, annee, place) for contour in carte.quartiers]
    mention = {"mention": carte.mention} if carte.mention else {}
    collection = {"type": "FeatureCollection", **mention, "features": objets}
    return json.dumps(collection, ensure_ascii=False, separators=(",", ":"))


def _index(tableau: Tableau) -> dict[str, dict[str, int | float]]:
    """The figures of each quartier, by its name however it is spelt."""
    premiere = tableau.colonnes[0].nom
    return {
        place_key(str(ligne.cellules[premiere])): {
            nom: lue if isinstance(lue, int) else float(lue)
            for nom, cellule in ligne.cellules.items()
            if isinstance(cellule, Quantite)
            for lue in [read_quantite(cellule)]
        }
        for ligne in tableau.lignes
    }


def _write(
    contour: Contour,
    lignes: Mapping[str, Mapping[str, int | float]],
    annee: int,
    place: Callable[[Point], Point],
) -> dict[str, object]:
    siens = lignes.get(place_key(contour.nom)) or lignes.get(place_key(contour.code)) or {}
    surfaces = [
        [_turn(a, place, exterieur=n == 0) for n, a in enumerate(s)] for s in contour.surfaces
    ]
    seule = len(surfaces) == 1
    return {
        "type": "Feature",
        "properties": {
            "nom": contour.libelle,
            "code": contour.code,
            "type": contour.type,
            "annee": annee,
            "actions": siens.get("nombre", 0),
            "montant": siens.get("montant", 0),
        },
        "geometry": {
            "type": "Polygon" if seule else "MultiPolygon",
            "coordinates": surfaces[0] if seule else surfaces,
        },
    }


def _turn(anneau: Anneau, place: Callable[[Point], Point], *, exterieur: bool) -> list[list[float]]:
    """The ring in degrees: outer ones turn to the left, holes to the right."""
    points = [place((x, y)) for x, y in anneau]
    if points[0] != points[-1]:
        points.append(points[0])
    aire = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(points))
    if (aire > 0) is not exterieur:
        points.reverse()
    return [[round(x, _DECIMALES), round(y, _DECIMALES)] for x, y in points]


def _make_place(epsg: int) -> Callable[[Point], Point]:
    if epsg == WGS84:
        return lambda point: point
    from pyproj import Transformer

    vers = Transformer.from_crs(epsg, WGS84, always_xy=True)

    def place(point: Point) -> Point:
        x, y = vers.transform(*point)
        return float(x), float(y)

    return place
