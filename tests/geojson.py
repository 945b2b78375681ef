"""Small GeoJSON files, written in a test."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

Point = tuple[float, float]


def square(x: float, y: float, cote: float = 0.01) -> list[list[float]]:
    """A closed ring whose lower left corner is there."""
    coins = [(x, y), (x + cote, y), (x + cote, y + cote), (x, y + cote), (x, y)]
    return [list(coin) for coin in coins]


def polygon(*anneaux: list[list[float]]) -> dict[str, Any]:
    """A geometry: an outer ring, then its holes."""
    return {"type": "Polygon", "coordinates": list(anneaux)}


def objet(geometrie: object, **proprietes: object) -> dict[str, Any]:
    """An object of a collection."""
    return {"type": "Feature", "properties": proprietes, "geometry": geometrie}


def collection(*objets: Mapping[str, Any], **membres: object) -> dict[str, Any]:
    """The whole file."""
    return {"type": "FeatureCollection", "features": list(objets), **membres}


def write_carte(projet: Path, contenu: object, annee: int = 2023) -> Path:
    """Write the map of a project: text and bytes as they are, anything else as JSON."""
    chemin = projet / str(annee) / "carte.geojson"
    if isinstance(contenu, bytes):
        chemin.write_bytes(contenu)
    else:
        texte = contenu if isinstance(contenu, str) else json.dumps(contenu, ensure_ascii=False)
        chemin.write_text(texte, "utf-8")
    return chemin
