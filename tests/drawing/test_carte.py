"""The map: surfaces in metres, the zone, labels that cover nothing, and the table that says the same."""

from functools import lru_cache

import pytest
import shapely
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from rapportpv.core.carte import LAMBERT_93, Carte, Contour
from rapportpv.core.dessin import LARGEUR_DU_TEXTE, MM, Rectangle, Trace
from rapportpv.drawing import draw_dessins
from rapportpv.drawing.etiquettes import crosses, inside, overlap, place
from rapportpv.drawing.geometrie import survey
from rapportpv.subjects.carte.load import load_carte
from rapportpv.subjects.carte.rules import pv705_contour_repare
from rapportpv.year.bilan import compute_bilan
from rapportpv.year.load import load_dossier
from tests.conftest import EXEMPLE
from tests.geojson import collection, objet, polygon, square, write_carte

COMMUNES = """
| Commune | Code INSEE | Référent     |
| ------- | ---------- | ------------ |
| Orge    | 62119      | Jean Morel   |
| Valmont | 62178      | Claire Petit |
| Brême   | 62457      |              |
"""
QUARTIERS = """
| Code     | Nom          | Commune(s)    | Type          |
| -------- | ------------ | ------------- | ------------- |
| QP062901 | Les Tilleuls | Valmont; Orge | QPV           |
|          | Le Moulin    | Orge          | communautaire |
|          | L'Étang      | Brême         | QPV           |
"""
CARTE = collection(
    objet(polygon(square(3.00, 50)), nom="Les Tilleuls"),
    objet(polygon(square(3.05, 50)), nom="Le Moulin"),
    objet(polygon(square(3.10, 50)), nom="L’Étang"),
    objet(polygon(square(2.95, 49.95, 0.2)), commune="Valmont", type="commune"),
    mention="Schéma.",
)


@pytest.fixture
def dessiner(projet, ecrire):
    ecrire("territoire", Communes=COMMUNES, Quartiers=QUARTIERS)

    def dessiner(carte=CARTE):
        write_carte(projet, carte)
        dossier, anomalies = load_dossier(projet, 2023)
        assert anomalies == []
        return draw_dessins(dossier)["carte"]

    return dessiner


def shapes(dessin, nom):
    return [f for f in dessin.formes if isinstance(f, Trace) and f.nom == nom]


def texts(dessin):
    cases = (f for f in dessin.formes if isinstance(f, Rectangle))
    return [ecrit.texte for case in cases for ecrit in case.ecrits]


def test_degrees_become_metres():
    carre = tuple(map(tuple, square(704_000, 7_059_000, 500)))
    metres = Contour(1, "A", "", "", ((carre,),))
    from pyproj import Transformer

    vers_degres = Transformer.from_crs(LAMBERT_93, 4326, always_xy=True)
    degres = Contour(2, "B", "", "", ((tuple(vers_degres.transform(x, y) for x, y in carre),),))
    [un] = survey(Carte("c", (metres,), epsg=LAMBERT_93)).quartiers
    [autre] = survey(Carte("c", (degres,))).quartiers
    assert un.area == 250_000
    assert shapely.hausdorff_distance(un, autre) < 0.01


def test_the_zone_is_300_metres_wide_and_one():
    carres = [square(704_000 + decalage, 7_059_000, 500) for decalage in (0, 900)]
    contours = (Contour(n, "A", "", "", ((tuple(map(tuple, c)),),)) for n, c in enumerate(carres))
    zone = survey(Carte("c", tuple(contours), epsg=LAMBERT_93)).zone
    assert zone.geom_type == "Polygon"
    assert zone.bounds == (703_700, 7_058_700, 705_700, 7_059_800)


def test_each_quartier_once_with_the_fill_of_its_referent(dessiner):
    dessin = dessiner()
    fonds = [shapes(dessin, nom)[0].fond for nom in ("Les Tilleuls", "Le Moulin", "L'Étang")]
    assert len(set(fonds)) == 3
    assert len({(fond.couleur, fond.motif) for fond in fonds}) == 3
    traits = [shapes(dessin, nom)[0].trait.tirets for nom in ("Les Tilleuls", "Le Moulin")]
    assert traits == [False, False]
    vide, etang = (shapes(dessin, nom)[0] for nom in ("Le Moulin", "L'Étang"))
    assert (vide.fond.couleur, vide.trait.couleur) == ("bg1", "accent1")  # hollow: no QPV
    assert etang.fond.couleur == "tx2"  # nobody's
    assert [texts(dessin).count(nom) for nom in ("Les Tilleuls", "Jean Morel", "Valmont")] == [
        1,
        1,
        1,
    ]
    assert (dessin.mention, dessin.nom) == ("Schéma.", "carte")


def test_the_words_say_how_many(dessiner):
    assert dessiner().alt == (
        "Carte de 3 quartiers, dont 2 QPV et 1 communautaire, et de la zone de 300\u00a0m autour. "
        "Chacun des 2 référents en suit 1."
    )


def test_the_table_says_the_same(dessiner, projet):
    dessiner()
    tableau = compute_bilan(load_dossier(projet, 2023)[0]).tableaux["quartiers_par_referent"]
    assert [tuple(ligne.cellules.values()) for ligne in tableau.lignes] == [
        ("Le Moulin", "Orge", "communautaire", "Jean Morel"),
        ("Les Tilleuls", "Valmont, Orge", "QPV", "Claire Petit"),
        ("L'Étang", "Brême", "QPV", "Non renseigné"),
    ]


def test_without_referents_there_is_a_map_and_no_table(projet, ecrire):
    ecrire("territoire", Quartiers=QUARTIERS)
    write_carte(projet, CARTE)
    dossier, _ = load_dossier(projet, 2023)
    dessin = draw_dessins(dossier)["carte"]
    assert "Sans référent connu" not in texts(dessin)
    assert "quartiers_par_referent" not in compute_bilan(dossier).tableaux


def crowd(nombre, cote=0.0015):
    """So many quartiers of no sheet, near to each other, their names long."""
    return [
        objet(
            polygon(square(3 + n % 8 / 500, 50 + n // 8 / 500, cote)),
            nom=f"Résidence du Général numéro {n}",
        )
        for n in range(nombre)
    ]


def test_without_room_for_names_there_are_numbers_and_a_key(dessiner):
    dessin = dessiner(collection(*CARTE["features"][:3], *crowd(20)))
    assert "1.\u00a0Le Moulin (Orge)" in texts(dessin)
    assert {str(n) for n in range(1, 24)} <= set(texts(dessin))
    assert not dessin.numeros


def test_beyond_25_quartiers_the_names_are_in_the_table_only(dessiner, projet):
    dessin = dessiner(collection(*CARTE["features"][:3], *crowd(40)))
    assert {str(n) for n in range(1, 44)} <= set(texts(dessin))
    assert not any("Moulin" in texte for texte in texts(dessin))
    assert dessin.numeros
    tableau = compute_bilan(load_dossier(projet, 2023)[0]).tableaux["quartiers_par_referent"]
    rang = [ligne.cellules["quartier"] for ligne in tableau.lignes].index("L'Étang") + 1
    [case] = [f for f in dessin.formes if isinstance(f, Rectangle) and f.nom == "L'Étang"]
    assert case.ecrits[0].texte == str(rang)


@pytest.mark.parametrize("nombre", [2, 25, 26, 90])
def test_a_map_and_its_key_are_never_higher_than_20_cm(dessiner, nombre):
    haute = [objet(polygon(square(3, 49 + n / 50)), nom=f"Nord {n}") for n in range(nombre)]
    assert dessiner(collection(*haute)).hauteur <= 200 * MM


def test_a_surface_with_a_hole_keeps_it(dessiner):
    troue = polygon(square(3, 50), square(3.003, 50.003, 0.004))
    dessin = dessiner(collection(objet(troue, nom="Les Tilleuls"), *CARTE["features"][1:]))
    assert len(shapes(dessin, "Les Tilleuls")[0].lignes) == 2


def test_all_of_it_is_on_the_paper_in_whole_numbers(dessiner):
    dessin = dessiner()
    for forme in dessin.formes:
        points = [p for ligne in getattr(forme, "lignes", ()) for p in ligne]
        if isinstance(forme, Rectangle):
            points = [(forme.x, forme.y), (forme.x + forme.largeur, forme.y + forme.hauteur)]
        for x, y in points:
            assert type(x) is type(y) is int
            assert 0 <= x <= LARGEUR_DU_TEXTE
            assert 0 <= y <= dessin.hauteur


@lru_cache(maxsize=1)
def read_exemple():
    return load_dossier(EXEMPLE, 2022)[0]


DEGRES = st.tuples(st.floats(3, 3.2), st.floats(50, 50.2)).map(list)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(DEGRES, min_size=3, max_size=8), min_size=1, max_size=4))
@example(
    [
        [[3.0, 50.0], [3.125, 50.0], [3.1875, 50.0]],
        [[3.0, 50.0], [3.0, 50.125], [3.125, 50.00000000000001], [3.1875, 50.0]],
    ]
)
def test_no_contour_whatever_breaks_the_drawing(tmp_path_factory, anneaux):
    projet = tmp_path_factory.mktemp("carte")
    (projet / "2022").mkdir()
    objets = [objet(polygon(anneau), nom="Elby") for anneau in anneaux]
    write_carte(projet, collection(*objets), 2022)
    carte, _ = load_carte(projet, 2022)
    if carte is not None:
        dossier = replace(read_exemple(), carte=carte)
        list(pv705_contour_repare.check(dossier))
        assert draw_dessins(dossier)["carte"].formes


def test_the_sample_is_drawn_always_the_same():
    dessins = [draw_dessins(load_dossier(EXEMPLE, 2022)[0]) for _ in range(2)]
    assert dessins[0] == dessins[1]
    assert {"carte", "organigramme"} == dessins[0].keys()
    assert dessins[0]["carte"].alt.startswith(
        "Carte de 21 quartiers, dont 16 QPV et 5 communautaires"
    )
    assert (
        sum(len(ligne) for f in dessins[0]["carte"].formes for ligne in getattr(f, "lignes", ()))
        < 2000
    )


POINTS = st.tuples(st.integers(5, 155), st.integers(5, 135))


@settings(deadline=None)
@given(st.lists(POINTS, min_size=1, max_size=12, unique=True))
def test_labels_cover_nothing(points):
    cadre = (0, 0, 166 * MM, 140 * MM)
    cibles = [(x * MM, y * MM, (x + 4) * MM, (y + 4) * MM) for x, y in points]
    posees = place(cibles, [(25 * MM, 4 * MM)] * len(cibles), cadre)
    for rang, etiquette in enumerate(posees or ()):
        assert inside(etiquette.boite, cadre)
        assert not any(overlap(etiquette.boite, cible) for cible in cibles)
        autres = [e for n, e in enumerate(posees) if n != rang]
        assert not any(overlap(etiquette.boite, autre.boite) for autre in autres)
        if etiquette.trait:
            assert not any(crosses(etiquette.trait, autre.boite) for autre in autres)


def test_a_label_with_room_stands_beside_its_target():
    cible = (50 * MM, 50 * MM, 54 * MM, 54 * MM)
    [etiquette] = place([cible], [(20 * MM, 4 * MM)], (0, 0, 166 * MM, 140 * MM))
    assert etiquette.trait is None
    assert etiquette.boite[0] > cible[2]


@pytest.mark.parametrize(
    ("trait", "touche"),
    [
        (((0, 0), (10, 10)), True),
        (((0, 5), (10, 5)), True),
        (((0, 0), (10, 0)), False),
        (((0, 9), (2, 11)), False),
    ],
)
def test_a_line_through_a_box(trait, touche):
    assert crosses(trait, (3, 3, 7, 7)) is touche


def test_a_name_is_on_its_commune_and_its_middle_on_no_other(dessiner):
    noms = ("Saint-Aubin-les-Marais", "Bourgneuf-la-Rivière", "Villeneuve", "Orge", "Valmont")
    coins = [(3.00 + 0.03 * (n % 3), 50 + 0.03 * (n // 3)) for n in range(len(noms))]
    communes = [
        objet(polygon(square(x, y, 0.03)), commune=nom, type="commune")
        for nom, (x, y) in zip(noms, coins, strict=True)
    ]
    quartiers = [
        objet(polygon(square(x, 50.01)), nom=nom)
        for nom, x in (("Les Tilleuls", 3.01), ("Le Moulin", 3.04), ("L'Étang", 3.4))
    ]
    dessin = dessiner(collection(*quartiers, *communes))
    sols = {
        forme.nom: shapely.Polygon(forme.lignes[0])
        for forme in dessin.formes
        if isinstance(forme, Trace) and forme.nom.startswith("Commune ")
    }
    ecrits = [f for f in dessin.formes if isinstance(f, Rectangle) and f.nom in sols and f.ecrits]
    assert {ecrit.nom for ecrit in ecrits} == sols.keys()
    lignes = [shapely.LineString(trace.lignes[0]) for trace in shapes(dessin, "Rappel")]
    for ecrit in ecrits:
        boite = shapely.box(ecrit.x, ecrit.y, ecrit.x + ecrit.largeur, ecrit.y + ecrit.hauteur)
        sol = sols[ecrit.nom]
        assert boite.intersects(sol) or any(
            ligne.touches(boite) and sol.contains(shapely.Point(ligne.coords[0]))
            for ligne in lignes
        ), ecrit.nom
        autres = [sol for nom, sol in sols.items() if nom != ecrit.nom]
        assert not any(sol.buffer(-1).contains(boite.centroid) for sol in autres), ecrit.nom


def test_no_line_leads_to_a_commune_where_dozens_have_no_room(dessiner):
    """Each would be looked for among all the others: two hundred took eight seconds."""
    communes = [
        objet(
            polygon(square(3 + n % 8 * 0.004, 50 + n // 8 * 0.004, 0.004)),
            commune=f"Saint-Barthélemy-des-Marais {n}",
            type="commune",
        )
        for n in range(64)
    ]
    loin = [
        objet(polygon(square(x, 50.3)), nom=nom)
        for x, nom in ((2.9, "Les Tilleuls"), (3.1, "Le Moulin"))
    ]
    autre = objet(polygon(square(3.0, 50.3)), nom="L'Étang")
    dessin = dessiner(collection(*loin, autre, *communes))
    assert shapes(dessin, "Rappel") == []
    nommees = [
        f for f in dessin.formes if isinstance(f, Rectangle) and f.nom.startswith("Commune ")
    ]
    assert 0 < len(nommees) < 64
