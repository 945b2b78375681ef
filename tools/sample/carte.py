"""`carte.geojson`: a schematic map, since the true outlines are not ours to give.

The centres of the towns are near enough; each quartier is a rounded shape beside one of them,
each commune what is nearest to its centre.
"""

import json
import math
from collections.abc import Iterator
from pathlib import Path

from tools.sample.lecture import read_table

Point = tuple[float, float]

MENTION = "Carte schématique : les contours ne sont pas ceux des quartiers."

CENTRES: dict[str, Point] = {  # latitude, longitude
    "Béthune": (50.530, 2.640),
    "Bruay-la-Buissière": (50.482, 2.550),
    "Auchel": (50.508, 2.473),
    "Lillers": (50.561, 2.481),
    "Barlin": (50.457, 2.617),
    "Beuvry": (50.517, 2.685),
    "Nœux-les-Mines": (50.479, 2.664),
    "Houdain": (50.451, 2.537),
    "Divion": (50.471, 2.504),
    "Calonne-Ricouart": (50.486, 2.481),
    "Marles-les-Mines": (50.504, 2.507),
    "Isbergues": (50.624, 2.458),
    "Haillicourt": (50.475, 2.575),
    "Auchy-les-Mines": (50.515, 2.782),
    "Haisnes": (50.508, 2.796),
    "Hersin-Coupigny": (50.447, 2.649),
}
DECALAGES: dict[str, Point] = {  # metres to the east and to the north of the town's centre
    "QP062901": (900, 500),
    "QP062902": (-900, -700),
    "QP062903": (300, 500),
    "QP062904": (-600, 1500),
    "QP062914": (-500, -500),
    "QC-02": (500, -700),
    "QC-03": (-600, 1100),
    "QC-04": (-1300, -300),
    "QC-05": (-900, 900),
    "QP062909": (-500, 500),
    "QP062908": (300, -600),
}
RAYON_DE_COMMUNE = 2600
COTES = 40
LATITUDE = 50.52
DEGRE_NORD = 111_200  # metres
DEGRE_EST = DEGRE_NORD * math.cos(math.radians(LATITUDE))


def build_geojson() -> str:
    """The file: a line for each object, quartiers first."""
    objets = [*_list_quartiers(), *_list_communes()]
    lignes = ",\n".join(json.dumps(objet, ensure_ascii=False) for objet in objets)
    mention = json.dumps(MENTION, ensure_ascii=False)
    return f'{{"type": "FeatureCollection", "mention": {mention}, "features": [\n{lignes}\n]}}\n'


def write_geojson(dossier: Path) -> Path:
    """Write `carte.geojson` in the folder of the year, and return its path."""
    chemin = dossier / "carte.geojson"
    chemin.write_text(build_geojson(), "utf-8", newline="\n")
    return chemin


def _list_quartiers() -> Iterator[dict[str, object]]:
    for rang, ligne in enumerate(read_table("quartiers")):
        est, nord = _metres(CENTRES[ligne["Commune(s)"].split(";")[0]])
        dx, dy = DECALAGES.get(ligne["Code"], (0, 0))
        points = list(_round_shape((est + dx, nord + dy), rang))
        noms = {"code": ligne["Code"], "nom": ligne["Nom"], "type": ligne["Type"]}
        yield _objet(noms, points)


def _list_communes() -> Iterator[dict[str, object]]:
    centres = {nom: _metres(centre) for nom, centre in CENTRES.items()}
    for nom, centre in centres.items():
        contour = [
            (
                centre[0] + RAYON_DE_COMMUNE * math.cos(2 * math.pi * cote / COTES),
                centre[1] + RAYON_DE_COMMUNE * math.sin(2 * math.pi * cote / COTES),
            )
            for cote in range(COTES)
        ]
        for autre in centres.values():
            if autre != centre:
                contour = _keep_near(contour, centre, autre)
        yield _objet({"commune": nom, "type": "commune"}, contour)


def _round_shape(centre: Point, rang: int) -> Iterator[Point]:
    """A rounded shape, another for each rank."""
    for cote in range(24):
        angle = 2 * math.pi * cote / 24
        rayon = 300 + 60 * math.sin(2 * angle + rang) + 40 * math.cos(3 * angle + 2 * rang)
        yield centre[0] + 1.3 * rayon * math.cos(angle), centre[1] + rayon * math.sin(angle)


def _keep_near(contour: list[Point], centre: Point, autre: Point) -> list[Point]:
    """The part of a contour that is nearer to its centre than to another."""
    milieu = ((centre[0] + autre[0]) / 2, (centre[1] + autre[1]) / 2)
    sens = (autre[0] - centre[0], autre[1] - centre[1])

    def depth(point: Point) -> float:
        return (point[0] - milieu[0]) * sens[0] + (point[1] - milieu[1]) * sens[1]

    garde: list[Point] = []
    for avant, point in zip([contour[-1], *contour], contour, strict=False):
        d, e = depth(avant), depth(point)
        if d * e < 0:
            part = d / (d - e)
            garde.append(
                (avant[0] + part * (point[0] - avant[0]), avant[1] + part * (point[1] - avant[1]))
            )
        if e <= 0:
            garde.append(point)
    return garde


def _objet(proprietes: dict[str, str], points: list[Point]) -> dict[str, object]:
    anneau = [_degres(point) for point in (*points, points[0])]
    return {
        "type": "Feature",
        "properties": proprietes,
        "geometry": {"type": "Polygon", "coordinates": [anneau]},
    }


def _metres(lieu: Point) -> Point:
    return lieu[1] * DEGRE_EST, lieu[0] * DEGRE_NORD


def _degres(point: Point) -> list[float]:
    return [round(point[0] / DEGRE_EST, 5), round(point[1] / DEGRE_NORD, 5)]
