"""The published 2022 report against the sample: what issue 15 asks for."""

import pytest

from rapportpv.core.relecture import Verdict
from tests.conftest import DEPOT

TEXTE = (DEPOT / "tests" / "rapport-publie-2022.txt").read_text("utf-8")


@pytest.fixture(scope="module")
def publie(relire):
    return relire(TEXTE)


def test_both_misprints_are_found_each_with_its_figure_and_nothing_else_is_accused(publie):
    fautes = [(n.ecrit, n.nom, n.juste, n.cause) for n in publie.of(Verdict.CONTREDIT)]
    assert fautes == [
        ("5 955 899 €", "programmation.total", "5\u202f955\u202f889\u00a0€", "un chiffre diffère"),
        (
            "391 934 €",
            "fonds_de_concours.total",
            "391\u202f987\u00a0€",
            "l’écart est de moins d’un millième",
        ),
    ]
    assert publie.additions == ()


@pytest.mark.parametrize(
    ("ecrit", "nom"),
    [
        ("16", "territoire.communes"),
        ("21", "territoire.quartiers"),
        ("16", "territoire.quartiers_etat"),
        ("171", "programmation.projets_deposes"),
        ("132", "programmation.actions_soutenues"),
        ("5 955 889 €", "programmation.total"),
        ("4 353 742,00 €", "piliers.cohesion_sociale.montant"),
        ("73,1", "piliers.cohesion_sociale.taux"),
        ("73%", "piliers.cohesion_sociale.taux"),
        ("72 933,00 €", "piliers.cadre_de_vie.montant"),
        ("1,2", "piliers.cadre_de_vie.taux"),
        ("1 432 769,00 €", "piliers.emploi.montant"),
        ("24,1", "piliers.emploi.taux"),
        ("96 445,00 €", "piliers.pilotage.montant"),
        ("1,6", "piliers.pilotage.taux"),
        ("77 %", "credits_etat.piliers.cohesion_sociale.taux"),
        ("1 714 733 €", "financeurs.anct_bop_147.montant"),
        ("167 778 €", "financeurs.anct_quartiers_d_ete.montant"),
        ("154 314 €", "financeurs.region_fonctionnement.montant"),
        ("177 972 €", "financeurs.region_investissement.montant"),
        ("2 312 715 €", "credits_specifiques.total"),
        ("39 %", "credits_specifiques.taux"),
        ("75", "associations.total"),
        ("54", "associations.piliers.cohesion_sociale.nombre"),
        ("72,0", "associations.piliers.cohesion_sociale.taux"),
        ("18", "associations.piliers.emploi.nombre"),
        ("24,0", "associations.piliers.emploi.taux"),
        ("2", "associations.piliers.cadre_de_vie.nombre"),
        ("2,7", "associations.piliers.cadre_de_vie.taux"),
        ("1", "associations.piliers.pilotage.nombre"),
        ("1,3", "associations.piliers.pilotage.taux"),
        ("97 918 €", "fcs.total"),
        ("31", "fcs.projets"),
        ("8 250 €", "fcs.axes.1.total"),
        ("15 000 €", "fcs.axes.2.total"),
        ("26 850 €", "fcs.axes.3.total"),
        ("32 818 €", "fcs.axes.4.total"),
        ("15 000 €", "fcs.axes.5.total"),
        ("7", "fonds_de_concours.communes"),
        ("252 500 €", "fonds_de_concours_npnru.total"),
    ],
)
def test_each_figure_is_recognised_as_right(publie, ecrit, nom):
    justes = {(n.ecrit, n.nom) for n in publie.of(Verdict.JUSTE, Verdict.ARRONDI)}
    assert (ecrit, nom) in justes


def test_each_grant_to_a_commune_is_right(publie):
    justes = {n.ecrit for n in publie.of(Verdict.JUSTE)}
    assert {"33 272 €", "70 000 €", "58 662 €", "20 053 €"} <= justes


def test_the_dates_are_those_of_the_settings(publie):
    jours = {n.ecrit for n in publie.of(Verdict.JUSTE) if "20" in n.ecrit and " " in n.ecrit}
    attendus = {
        "27 juin 2023",
        "21 juin 2023",
        "03 juillet 2023",
        "03 octobre 2023",
        "20 juin 2023",
    }
    assert attendus <= jours


def test_what_has_no_source_is_told_and_not_accused(publie):
    inconnus = {n.ecrit for n in publie.of(Verdict.SANS_SOURCE)}
    assert {"100", "500", "11", "25", "3 octobre 2022", "31 décembre 2023"} <= inconnus
