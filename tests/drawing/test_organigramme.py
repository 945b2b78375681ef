"""The organisation chart: nobody left out, nothing on top of anything, all of it on a page."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportpv.core.dessin import LARGEUR_DU_TEXTE, Rectangle
from rapportpv.drawing.etiquettes import overlap
from rapportpv.drawing.organigramme import HAUTEUR_MAX, describe, draw_organigramme
from rapportpv.subjects.service.organigramme import POSTES_MAX, Poste, Service


def service(*chefs):
    """A service from the place of each one's boss, None at the top."""
    return Service(
        tuple(
            Poste(n, f"Agent {n}", "Chargée de mission", "" if chef is None else f"Agent {chef}")
            for n, chef in enumerate(chefs)
        )
    )


def boxes(dessin):
    return [f for f in dessin.formes if isinstance(f, Rectangle)]


def corners(case):
    return (case.x, case.y, case.x + case.largeur, case.y + case.hauteur)


def check(lu, dessin):
    cases = boxes(dessin)
    assert sorted(c.ecrits[0].texte for c in cases) == sorted(p.nom for p in lu.postes)
    for rang, case in enumerate(cases):
        gauche, haut, droite, bas = corners(case)
        assert (gauche, haut) >= (0, 0)
        assert droite <= LARGEUR_DU_TEXTE
        assert bas <= dessin.hauteur <= HAUTEUR_MAX
        assert not any(overlap(corners(case), corners(autre)) for autre in cases[:rang])
        assert all(ecrit.corps >= 9 for ecrit in case.ecrits)


def test_a_boss_above_three():
    lu = service(None, 0, 0, 0)
    dessin = draw_organigramme(lu)
    check(lu, dessin)
    tete, *siens = sorted(boxes(dessin), key=lambda c: c.y)
    assert {c.y for c in siens} == {siens[0].y}
    assert len({c.hauteur for c in siens}) == 1
    assert tete.x + tete.largeur // 2 == pytest.approx(LARGEUR_DU_TEXTE / 2, abs=2)


def check_all(lu, dessin):
    """Nobody is left out of the drawing and of what follows it, each of which a page holds."""
    dessins = [dessin, *dessin.suites]
    noms = {case.ecrits[0].texte for un in dessins for case in boxes(un)}
    assert noms == {poste.nom for poste in lu.postes}
    for un in dessins:
        siens = {case.ecrits[0].texte for case in boxes(un)}
        check(Service(tuple(p for p in lu.postes if p.nom in siens)), un)


@pytest.mark.parametrize(
    "chefs",
    [
        [None, *[0] * 11],
        [None, None, None],
        [None] * 7,
        [None, 0, 0, 0, 0, *[1] * 7, *[2] * 3, *[4] * 8],
        [None, 0, 1, 2, 3, 4, 5],
    ],
)
def test_services_of_several_shapes(chefs):
    lu = service(*chefs)
    check(lu, draw_organigramme(lu))


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 10**6), st.integers(1, 20))
def test_any_small_service_fits(graine, nombre):
    tirage = random.Random(graine)
    lu = service(None, *(tirage.choice([None, *range(n), 0, 0]) for n in range(1, nombre)))
    check_all(lu, draw_organigramme(lu))


@pytest.mark.parametrize(
    "chefs",
    [
        [None, *range(50)],  # each below the one before
        [None, *[0] * 55],
        [None, *[0] * 7, *[n for n in range(1, 8) for _ in range(7)]],
        [None] * 60,
    ],
)
def test_what_a_page_is_too_small_for_is_in_branches(chefs):
    lu = service(*chefs)
    check_all(lu, draw_organigramme(lu))


def test_names_without_end_are_still_drawn():
    noms = [f"{n} {'très ' * 300}" for n in range(4)]
    lu = Service(tuple(Poste(n, nom, "Agent", noms[0] if n else "") for n, nom in enumerate(noms)))
    dessin = draw_organigramme(lu)
    dits = {case.ecrits[0].texte for un in (dessin, *dessin.suites) for case in boxes(un)}
    assert dits == set(noms)


def test_too_many_is_no_drawing():
    assert draw_organigramme(service(*[None] * (POSTES_MAX + 1))) is None
    assert draw_organigramme(service()) is None


def test_a_vacant_post_is_dashed():
    lu = Service((Poste(1, "Al", "Chef"), Poste(2, "Poste vacant", "Agent", "Al")))
    tete, vacante = sorted(boxes(draw_organigramme(lu)), key=lambda c: c.y)
    assert not tete.trait.tirets
    assert (vacante.trait.tirets, vacante.fond) == (True, None)


def test_the_words_say_what_the_drawing_shows():
    lu = Service((Poste(1, "Al", "Chef"), Poste(2, "Bo", "Agente", "Al"), Poste(3, "Cy", "")))
    assert describe(lu) == (
        "Organigramme de 3 postes sur 2 niveaux. Al (Chef) a sous sa responsabilité : Bo (Agente). Cy."
    )


def test_the_words_of_a_large_one_say_who_leads_and_who_has_the_most():
    noms = [f"Prénom-{rang} Nom-de-famille-{rang}" for rang in range(12)]
    postes = [Poste(1, noms[0], "Direction"), Poste(2, noms[1], "Chef", noms[0])]
    postes += [Poste(3 + r, nom, "Agent", noms[1]) for r, nom in enumerate(noms[2:])]
    alt = describe(Service(tuple(postes)))
    assert alt == (
        "Organigramme de 12 postes sur 3 niveaux. En tête : Prénom-0 Nom-de-famille-0. "
        "Prénom-1 Nom-de-famille-1 a 10 personnes sous sa responsabilité."
    )
    assert len(alt) <= 150
