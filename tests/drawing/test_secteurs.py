"""The sectors of a map: communes in the tint of their référent, whose name stands beside them."""

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportpv.core.dessin import MM, Rectangle, Trace
from rapportpv.drawing import draw_dessins
from rapportpv.drawing.formes import Pave
from rapportpv.drawing.papier import lay_out
from rapportpv.drawing.places import Places
from rapportpv.year.load import load_dossier
from tests.conftest import EXEMPLE
from tests.geojson import collection, objet, polygon, square, write_carte

NOMS = ("Aubel", "Brême", "Coulommes", "Damery", "Escaudain", "Flers")


def territory(referents):
    """Communes in a row, a quartier in each, and who follows each."""
    communes = "".join(f"| {nom} | {qui} |\n" for nom, qui in zip(NOMS, referents, strict=False))
    quartiers = "".join(f"| Cité {nom} | {nom} | QPV |\n" for nom in NOMS[: len(referents)])
    return {
        "Communes": "| Commune | Référent |\n" + communes,
        "Quartiers": "| Nom | Commune(s) | Type |\n" + quartiers,
    }


def row(nombre, pas=0.1, haut=0.15, **membres):
    """The map of those communes, that far apart, each other one that much higher."""
    coins = [(3 + n * pas, 50 + n % 2 * haut) for n in range(nombre)]
    sols = [
        objet(polygon(square(x, y, 0.06)), commune=nom, type="commune")
        for nom, (x, y) in zip(NOMS, coins, strict=False)
    ]
    cites = [
        objet(polygon(square(x + 0.02, y + 0.02)), nom=f"Cité {nom}")
        for nom, (x, y) in zip(NOMS, coins, strict=False)
    ]
    return collection(*sols, *cites, **membres)


@pytest.fixture
def dessiner(projet, ecrire):
    def dessiner(referents, carte, quartiers=""):
        feuilles = territory(referents)
        ecrire("territoire", **feuilles | {"Quartiers": feuilles["Quartiers"] + quartiers})
        write_carte(projet, carte)
        return draw_dessins(load_dossier(projet, 2023)[0])["carte"]

    return dessiner


def named(dessin, sorte, debut):
    return {
        f.nom.removeprefix(debut): f
        for f in dessin.formes
        if isinstance(f, sorte) and f.nom.startswith(debut)
    }


def lines(forme):
    return [ecrit.texte for ecrit in forme.ecrits]


def box(forme):
    return shapely.box(forme.x, forme.y, forme.x + forme.largeur, forme.y + forme.hauteur)


def test_each_commune_has_the_tint_of_its_referent_whose_name_stands_nearest_to_it(dessiner):
    dessin = dessiner(("Jean Roy", "Jean Roy", "Eva Bon"), row(3))
    sols = named(dessin, Trace, "Commune ")
    fonds = {nom: (sol.fond.couleur, sol.fond.teinte) for nom, sol in sols.items()}
    assert fonds == {
        "Aubel": ("accent1", 90),
        "Brême": ("accent1", 90),
        "Coulommes": ("accent2", 90),
    }
    noms = named(dessin, Rectangle, "Secteur ")
    assert lines(noms["Jean Roy"]) == ["Jean Roy", "2 communes, 2 quartiers"]
    assert lines(noms["Eva Bon"]) == ["Eva Bon", "1 commune, 1 quartier"]
    aubel, bon = (shapely.Polygon(sols[nom].lignes[0]) for nom in ("Brême", "Coulommes"))
    assert box(noms["Eva Bon"]).distance(bon) < box(noms["Eva Bon"]).distance(aubel)
    assert noms["Eva Bon"].ecrits[0].couleur == "accent2"
    assert named(dessin, Trace, "Cité Aubel")[""].fond.motif == ""


def test_the_key_of_sectors_is_in_a_corner_and_names_nobody(dessiner):
    dessin = dessiner(("Jean Roy", "Eva Bon"), row(2))
    textes = [texte for f in dessin.formes if isinstance(f, Rectangle) for texte in lines(f)]
    assert "Commune, à la teinte du secteur" in textes
    assert textes.count("Jean Roy") == 1
    cadre = named(dessin, Rectangle, "Cadre")[""]
    assert dessin.hauteur == cadre.hauteur  # nothing is below the map


@pytest.mark.parametrize(
    ("referents", "haut"),
    [
        (("Jean Roy", "Jean Roy"), 0.15),  # one alone
        (("Jean Roy", "Eva Bon", "Luc", "Max", "Zoé", "Ali"), 0.15),  # more than the colours
        (("Jean Roy", "Eva Bon", "Jean Roy"), 0),  # no place that is nearest to the middle one
    ],
)
def test_what_is_no_sector_keeps_a_fill_each_and_a_key(dessiner, referents, haut):
    dessin = dessiner(referents, row(len(referents), haut=haut))
    assert {sol.fond for sol in named(dessin, Trace, "Commune ").values()} == {None}
    cles = [texte for f in named(dessin, Rectangle, "Légende").values() for texte in lines(f)]
    assert not named(dessin, Rectangle, "Secteur ")
    fonds = {f.fond for f in dessin.formes if isinstance(f, Trace) and f.nom.startswith("Cité ")}
    assert len(fonds) == len(set(referents))
    assert cles


def test_quartiers_that_are_numbered_are_listed_by_referent_sectors_or_not(dessiner):
    """No key named them, and a key of nothing stopped the program."""
    noms = [f"Résidence du Général {n}" for n in range(20)]
    quartiers = "".join(f"| {nom} | {NOMS[n // 10]} | QPV |\n" for n, nom in enumerate(noms))
    pris = row(2, pas=0.3)["features"][:2]
    serres = [
        objet(
            polygon(
                square(
                    3.02 + n % 5 / 500 + n // 10 * 0.3,
                    50.02 + n // 5 % 2 / 500 + n // 10 * 0.15,
                    0.0015,
                )
            ),
            nom=nom,
        )
        for n, nom in enumerate(noms)
    ]
    dessin = dessiner(("Ali", "Bob"), collection(*pris, *serres), quartiers)
    assert named(dessin, Rectangle, "Secteur ").keys() == {"Ali", "Bob"}
    cles = [
        texte for f in dessin.formes if f.nom == "Légende" for texte in getattr(f, "ecrits", ())
    ]
    dits = " ".join(ecrit.texte for ecrit in cles)
    assert [nom for nom in noms if f"{nom} (" not in dits] == []


def test_a_sector_counts_its_quartiers_drawn_or_not(dessiner):
    ailleurs = "| Cité perdue | Aubel | QPV |\n"
    dessin = dessiner(("Jean Roy", "Eva Bon"), row(2), ailleurs)
    assert lines(named(dessin, Rectangle, "Secteur ")["Jean Roy"])[1] == "1 commune, 2 quartiers"


@pytest.mark.parametrize(
    ("mention", "debut"), [("Carte schématique.", "environ "), ("© IGN", ""), ("", "")]
)
def test_the_scale_of_a_schematic_map_is_about_right_and_says_so(dessiner, mention, debut):
    dessin = dessiner(("Jean Roy",), row(1, mention=mention))
    [texte] = lines(named(dessin, Rectangle, "Échelle")[""])
    assert texte.startswith("environ ") is bool(debut)


def test_the_sample_names_all_its_communes_and_its_sectors():
    dessin = draw_dessins(load_dossier(EXEMPLE, 2022)[0])["carte"]
    assert named(dessin, Trace, "Commune ").keys() == named(dessin, Rectangle, "Commune ").keys()
    ecrits = [
        f for f in dessin.formes if isinstance(f, Rectangle) and f.ecrits and f.nom != "Légende"
    ]
    assert len(named(dessin, Rectangle, "Secteur ")) == 3
    for rang, ecrit in enumerate(ecrits):
        assert not any(box(ecrit).overlaps(box(autre)) for autre in ecrits[:rang]), ecrit.nom


COINS = st.tuples(st.integers(0, 130), st.integers(0, 90))


@settings(deadline=None, max_examples=60)
@given(st.lists(COINS, max_size=20), st.integers(5, 60), st.integers(4, 20))
def test_a_block_put_on_a_map_covers_nothing(coins, large, haut):
    papier = lay_out((0, 0, 16_600, 13_000))
    sol = shapely.box(5_000, 4_000, 11_000, 9_000)
    prises = [(x * MM, y * MM, (x + 12) * MM, (y + 4) * MM) for x, y in coins]
    bloc = Pave(large * MM, haut * MM, ())
    places = Places(papier, sol, sol, list(prises), [])
    vide = shapely.Polygon()
    for ou in (
        places.put_in_corner(bloc, ((0, 0), (1, 0), (0, 1), (1, 1))),
        places.put_beside(bloc, sol, []),
    ):
        if ou is not None:
            boite = shapely.box(*ou, ou[0] + bloc.largeur, ou[1] + bloc.hauteur)
            assert papier.hauteur >= boite.bounds[3]
            gauche, dessus, droite, dessous = papier.box(sol)
            assert not boite.intersects(shapely.box(gauche, dessus, droite, dessous))
            assert not any(boite.intersects(shapely.box(*prise)) for prise in prises)
            assert not boite.intersects(vide)
            vide = boite
