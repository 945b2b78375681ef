"""A map that nobody could draw is refused soon, and a name takes nothing strange to the page."""

import random

import pytest

from rapportpv.subjects.carte.load import load_carte
from tests.bornes import under
from tests.geojson import collection, objet, polygon, square, write_carte

SECONDES = 3.0  # of computing


def scribble(points: int) -> list[list[float]]:
    """A ring that goes from anywhere to anywhere."""
    alea = random.Random(1)
    anneau = [[3 + alea.random() / 10, 50.6 + alea.random() / 10] for _ in range(points)]
    return [*anneau, anneau[0]]


def zigzag(dents: int) -> list[list[float]]:
    """A ring whose way back crosses each tooth of its way there."""
    aller = [[3 + n * 1e-5, 50.6 + n % 2 * 0.01] for n in range(dents)]
    return [*aller, [3 + dents * 1e-5, 50.605], [2.99, 50.605], aller[0]]


@pytest.mark.parametrize(
    ("tracer", "points"), [(scribble, 500), (scribble, 199_000), (zigzag, 2000)]
)
def test_a_ring_that_crosses_itself_without_end_is_refused(projet, tracer, points):
    write_carte(projet, collection(objet(polygon(tracer(points)), nom="A")))
    with under(SECONDES):
        carte, [anomalie] = load_carte(projet, 2023)
    assert (carte, anomalie.rule.code) == (None, "PV701")
    assert "se croise lui-même" in anomalie.message


@pytest.mark.parametrize("anneau", [zigzag(40), square(3, 50.6)])
def test_a_few_knots_are_left_to_be_repaired(projet, anneau):
    write_carte(projet, collection(objet(polygon(anneau), nom="A")))
    carte, anomalies = load_carte(projet, 2023)
    assert (carte is None, anomalies) == (False, [])


@pytest.mark.parametrize(("nombre", "code"), [(500, None), (501, "PV701"), (1600, "PV701")])
def test_a_map_of_the_country_is_refused(projet, nombre, code):
    carres = (square(-1 + n % 40 * 0.1, 43 + n // 40 * 0.1) for n in range(nombre))
    write_carte(projet, collection(*(objet(polygon(c), nom="A") for c in carres)))
    anomalies = load_carte(projet, 2023)[1]
    assert [a.rule.code for a in anomalies] == ([code] if code else [])


@pytest.mark.parametrize("signe", ["\x00", "\x0b", "\x1b", "\x85", "\uffff", "\ud800"])
def test_a_name_brings_no_control_character(projet, signe):
    contenu = collection(
        objet(polygon(square(3, 50.6)), nom=f"Les{signe}Tilleuls"), mention=f"a{signe}b"
    )
    import json

    write_carte(projet, json.dumps(contenu))
    carte, _ = load_carte(projet, 2023)
    assert (carte.quartiers[0].nom, carte.mention) == ("Les Tilleuls", "a b")
