"""A GeoJSON file read with care: its objects, or why it is none."""

import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

from rapportpv.core.carte import LAMBERT_93, WGS84, Anneau, Surface
from rapportpv.core.errors import FichierInaccessibleError
from rapportpv.subjects.carte.rules.pv701_carte_illisible import Refus

TAILLE = 20 * 10**6
POINTS = 200_000
OBJETS = 500  # the largest EPCI has 193 communes
_SOMMETS = 4  # the first of a ring comes again at its end
_NOMBRES = frozenset({int, float})  # as JSON reads them: true is no number


class CarteRefuseeError(Exception):
    """The file is no map that can be read; `raison` says why."""

    def __init__(self, raison: Refus) -> None:
        super().__init__(raison)
        self.raison: Refus = raison


class Objet(Struct, frozen=True):
    """An object: its place from 1, its properties, its surfaces if it has any."""

    rang: int
    proprietes: dict[str, Any]
    surfaces: tuple[Surface, ...]


class Geojson(Struct, frozen=True):
    """A collection of objects, the system of its coordinates (None: unknown), its mention."""

    objets: tuple[Objet, ...]
    epsg: int | None
    mention: str


def read_geojson(chemin: Path) -> Geojson:
    """The objects of the file.

    Raises CarteRefuseeError, and FichierInaccessibleError when the system forbids the reading.
    """
    contenu = _parse(_read(chemin))
    if not isinstance(contenu, dict):
        raise CarteRefuseeError("autre")
    if contenu.get("type") == "Topology":
        raise CarteRefuseeError("topojson")
    lus = [contenu] if contenu.get("type") == "Feature" else contenu.get("features")
    if contenu.get("type") not in ("FeatureCollection", "Feature") or not isinstance(lus, list):
        raise CarteRefuseeError("autre")
    if len(lus) > OBJETS:
        raise CarteRefuseeError("trop_d_objets")
    objets = tuple(_read_objet(rang, lu) for rang, lu in enumerate(lus, 1))
    if sum(len(a) for o in objets for s in o.surfaces for a in s) > POINTS:
        raise CarteRefuseeError("trop_grand")
    mention = contenu.get("mention")
    return Geojson(objets, _read_crs(contenu), mention.strip() if isinstance(mention, str) else "")


def _read(chemin: Path) -> str:
    try:
        if chemin.stat().st_size > TAILLE:
            raise CarteRefuseeError("trop_grand")
        return chemin.read_bytes().decode("utf-8-sig")
    except OSError as cause:
        raise FichierInaccessibleError(chemin) from cause
    except UnicodeDecodeError as cause:
        raise CarteRefuseeError("pas_json") from cause


def _parse(texte: str) -> object:
    try:
        return json.loads(texte, parse_constant=_refuse)
    except RecursionError as cause:
        raise CarteRefuseeError("trop_profond") from cause
    except ValueError as cause:
        raise CarteRefuseeError("pas_json") from cause


def _refuse(constante: str) -> float:
    raise ValueError(constante)  # NaN and Infinity are no JSON


def _read_crs(contenu: dict[str, Any]) -> int | None:
    """The system of coordinates: GeoJSON's own, unless an old `crs` member says otherwise."""
    crs = contenu.get("crs")
    if crs is None:
        return WGS84
    proprietes = crs.get("properties") if isinstance(crs, dict) else None
    nom = str(proprietes.get("name", "")) if isinstance(proprietes, dict) else ""
    code = nom.replace("::", ":").rpartition(":")[2].upper()
    return {"4326": WGS84, "CRS84": WGS84, "2154": LAMBERT_93}.get(code)


def _read_objet(rang: int, lu: object) -> Objet:
    objet = lu if isinstance(lu, dict) else {}
    proprietes = objet.get("properties")
    surfaces = tuple(_list_surfaces(objet.get("geometry")))
    return Objet(rang, proprietes if isinstance(proprietes, dict) else {}, surfaces)


def _list_surfaces(geometrie: object, *, imbriquee: bool = False) -> Iterator[Surface]:
    """The polygons of a geometry, whichever way it holds them; what is no polygon is left."""
    if not isinstance(geometrie, dict):
        return
    match geometrie.get("type"):
        case "Polygon":
            lus = [geometrie.get("coordinates")]
        case "MultiPolygon":
            lus = _list(geometrie.get("coordinates"))
        case "GeometryCollection" if not imbriquee:
            for partie in _list(geometrie.get("geometries")):
                yield from _list_surfaces(partie, imbriquee=True)
            return
        case _:
            return
    for lu in lus:
        anneaux = tuple(_read_anneau(anneau) for anneau in _list(lu))
        if anneaux and anneaux[0]:
            yield tuple(anneau for anneau in anneaux if anneau)


def _list(lu: object) -> list[Any]:
    return lu if isinstance(lu, list) else []


def _read_anneau(lu: object) -> Anneau:
    """A ring in floats, an altitude dropped; empty when it is none."""
    points = [_read_point(point) for point in _list(lu)]
    if any(point is None for point in points):
        return ()
    anneau = tuple(point for point in points if point is not None)
    if anneau and anneau[0] != anneau[-1]:
        anneau = (*anneau, anneau[0])
    return anneau if len(set(anneau)) >= _SOMMETS - 1 else ()


def _read_point(lu: object) -> tuple[float, float] | None:
    nombres = _list(lu)[:2]
    if len(nombres) < 2 or not _NOMBRES.issuperset(map(type, nombres)):
        return None
    try:
        x, y = map(float, nombres)
    except OverflowError:
        return None
    return (x, y) if math.isfinite(x) and math.isfinite(y) else None
