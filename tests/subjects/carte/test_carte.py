"""The map as it is read: what a GeoJSON may be, and each way in which it may not be one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportpv.core.carte import LAMBERT_93, WGS84
from rapportpv.subjects.carte import geojson
from rapportpv.subjects.carte.load import load_carte
from tests.geojson import collection, objet, polygon, square, write_carte

LILLE = (3.06, 50.63)
TILLEULS = objet(polygon(square(*LILLE)), code="QP1", nom="Les Tilleuls", type="QPV")
LAMBERT = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::2154"}}


@pytest.fixture
def lire(projet):
    def lire(contenu):
        write_carte(projet, contenu)
        return load_carte(projet, 2023)

    return lire


def told(lu):
    carte, anomalies = lu
    assert carte is None
    [anomalie] = anomalies
    return anomalie


def test_without_a_file_there_is_no_map(projet):
    assert load_carte(projet, 2023) == (None, [])


def test_contours_and_their_properties(lire):
    commune = objet(polygon(square(3, 50.6, 0.1)), commune="Valmont", type="commune")
    carte, anomalies = lire(collection(TILLEULS, commune, mention=" Schéma. "))
    assert anomalies == []
    [quartier] = carte.quartiers
    assert (quartier.rang, quartier.code, quartier.nom, quartier.type) == (
        *(1, "QP1"),
        *("Les Tilleuls", "QPV"),
    )
    assert quartier.surfaces == ((tuple(map(tuple, square(*LILLE))),),)
    assert [c.nom for c in carte.communes] == ["Valmont"]
    assert (carte.mention, carte.epsg, carte.projection) == ("Schéma.", WGS84, LAMBERT_93)


@pytest.mark.parametrize(
    ("proprietes", "nom", "code"),
    [
        ({"NOM_QP": "Les Tilleuls", "CODE_QP": "QP1"}, "Les Tilleuls", "QP1"),
        ({"Nom": "  Les   Tilleuls ", "commune": "Valmont"}, "Les Tilleuls", ""),
        ({"nom": None, "code": 12}, "", "12"),
    ],
)
def test_properties_have_other_names(lire, proprietes, nom, code):
    carte, _ = lire(collection(objet(polygon(square(*LILLE)), **proprietes)))
    assert [(c.nom, c.code) for c in carte.quartiers] == [(nom, code)]


def test_many_polygons_holes_altitudes_and_open_rings(lire):
    trou = square(3.062, 50.632, 0.002)
    ouvert = [[*point, 25.0] for point in square(3.2, 50.6)[:-1]]
    multi = {"type": "MultiPolygon", "coordinates": [[square(*LILLE), trou], [ouvert]]}
    carte, anomalies = lire(collection(objet(multi, nom="A")))
    assert anomalies == []
    une, autre = carte.quartiers[0].surfaces
    assert len(une) == 2
    assert autre == (tuple(map(tuple, square(3.2, 50.6))),)


def test_a_single_object_and_a_mark_of_order_are_read(lire):
    import json

    carte, _ = lire(b"\xef\xbb\xbf" + json.dumps(TILLEULS).encode())
    assert carte.quartiers[0].nom == "Les Tilleuls"


@pytest.mark.parametrize(
    ("lieu", "epsg"),
    [((-61.5, 16.2), 5490), ((-52.3, 4.9), 2972), ((55.4, -20.9), 2975), ((45.2, -12.8), 4471)],
)
def test_overseas_parts_have_their_own_projection(lire, lieu, epsg):
    carte, anomalies = lire(collection(objet(polygon(square(*lieu)), nom="A")))
    assert (carte.projection, anomalies) == (epsg, [])


def test_lambert_93_when_the_file_says_so(lire):
    contour = objet(polygon(square(704_000, 7_059_000, 500)), nom="A")
    carte, anomalies = lire(collection(contour, crs=LAMBERT))
    assert (carte.epsg, anomalies) == (LAMBERT_93, [])


# What is no map: PV701.


@pytest.mark.parametrize(
    ("contenu", "raison"),
    [
        ("", "pas un GeoJSON"),
        ("nom;code\nA;1\n", "pas un GeoJSON"),
        (b"PK\x03\x04\xff\xfe", "pas un GeoJSON"),
        ('{"type": "FeatureCollection", "features": [NaN]}', "pas un GeoJSON"),
        ("[]", "pas une collection"),
        ("12", "pas une collection"),
        ({"type": "FeatureCollection"}, "pas une collection"),
        (polygon(square(*LILLE)), "pas une collection"),
        ({"type": "Topology", "objects": {}}, "TopoJSON"),
        (collection(), "aucun contour"),
        (
            collection(objet({"type": "Point", "coordinates": list(LILLE)}, nom="A")),
            "aucun contour",
        ),
        (collection(objet(None, nom="A"), 12, None), "aucun contour"),
        (collection(objet(polygon(square(*LILLE)), commune="Valmont")), "aucun contour"),
        (collection(objet(polygon(square(*LILLE)))), "ni nom ni code"),
        ("[" * 200_000, "imbriqués"),
    ],
)
def test_what_is_no_map_is_told(lire, contenu, raison):
    anomalie = told(lire(contenu))
    assert (anomalie.rule.code, str(anomalie.lieu)) == ("PV701", "2023/carte.geojson")
    assert raison in anomalie.message


def test_a_huge_file_is_not_read(lire, monkeypatch):
    monkeypatch.setattr(geojson, "TAILLE", 100)
    assert "démesuré" in told(lire(collection(TILLEULS))).message


def test_too_many_points_are_refused(lire, monkeypatch):
    monkeypatch.setattr(geojson, "POINTS", 8)
    autre = objet(polygon(square(3.2, 50.6)), nom="B")
    assert "démesuré" in told(lire(collection(TILLEULS, autre))).message


@pytest.mark.parametrize(
    "coordonnees",
    [
        *(None, "3.06 50.63", [], [[]], [[[3.06, 50.63]]], [[[3, 50], [3, 50], [3, 50], [3, 50]]]),
        [[[3.06], [3.07], [3.08], [3.06]]],
        [[["3.06", "50.63"], ["3.07", "50.63"], ["3.07", "50.64"], ["3.06", "50.63"]]],
        [[[True, False], [False, True], [True, True], [True, False]]],
        [[[10**400, 50], [3, 50], [3, 51], [10**400, 50]]],
    ],
)
def test_a_contour_without_coordinates_is_none(lire, coordonnees):
    carte, anomalies = lire(
        collection(TILLEULS, objet({"type": "Polygon", "coordinates": coordonnees}, nom="B"))
    )
    assert [c.nom for c in carte.quartiers] == ["Les Tilleuls"]
    assert [(a.rule.code, str(a.lieu)) for a in anomalies] == [
        ("PV702", "2023/carte.geojson › objet 2")
    ]


# Where it is: PV703, PV704.


def test_latitude_before_longitude(lire):
    envers = polygon([[y, x] for x, y in square(*LILLE)])
    anomalie = told(lire(collection(objet(envers, nom="A"), objet(envers, nom="B"))))
    assert anomalie.rule.code == "PV703"
    assert anomalie.lieu.cellules == ("objet 1", "objet 2")


@pytest.mark.parametrize(
    ("contour", "membres", "raison"),
    [
        (square(704_000, 7_059_000, 500), {}, "en mètres"),
        (
            square(704_000, 7_059_000, 500),
            {"crs": {"properties": {"name": "EPSG:3857"}}},
            "reconnu",
        ),
        (square(*LILLE), {"crs": "Lambert"}, "reconnu"),
        (square(*LILLE), {"crs": LAMBERT}, "hors de France"),
        (square(-0.1, 51.6), {}, "hors de France"),
    ],
)
def test_what_is_not_in_france(lire, contour, membres, raison):
    anomalie = told(lire(collection(objet(polygon(contour), nom="A"), **membres)))
    assert anomalie.rule.code == "PV704"
    assert raison in anomalie.message


def test_one_contour_away_from_the_others_is_the_one_that_is_told(lire):
    loin = objet(polygon(square(55.4, -20.9)), nom="B")
    anomalie = told(lire(collection(TILLEULS, loin)))
    assert (anomalie.rule.code, anomalie.lieu.cellules) == ("PV704", ("objet 2",))


JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.integers() | st.text(max_size=5),
    lambda partie: (
        st.lists(partie, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["type", "features", "geometry", "coordinates", "properties", "crs", "nom"]
            ),
            partie | st.sampled_from(["FeatureCollection", "Feature", "Polygon", "MultiPolygon"]),
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_no_json_whatever_raises(tmp_path_factory, contenu):
    projet = tmp_path_factory.mktemp("carte")
    (projet / "2023").mkdir()
    write_carte(projet, contenu)
    carte, anomalies = load_carte(projet, 2023)
    assert carte is not None or anomalies
