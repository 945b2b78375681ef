"""Names typed in capitals: what is written in small letters, and what is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportpv.french.capitales import index_propres, soften
from rapportpv.french.lexique import fold

PROPRES = index_propres(
    [
        "Renaissance",
        "Le Regain",
        "Barlin",
        "Beuvry",
        "La Ferme du Roy",
        "Orge",
        "VILLENEUVE",
        "Cité 8",
    ],
    ["CABBALR"],
)


@pytest.mark.parametrize(
    ("saisi", "imprime"),
    [
        ("ASSOCIATION DES AMIS DE L'ÉCOLE", "Association des amis de l'école"),
        ("ASSOCIATION DES AMIS DE L\u2019ECOLE", "Association des amis de l\u2019école"),
        ("CLUB DE PREVENTION", "Club de prévention"),
        ("LIGUE DE L'ENSEIGNEMENT DU PAS-DE-CALAIS", "Ligue de l'enseignement du Pas-de-Calais"),
        ("CONSEIL CITOYEN LE REGAIN - BARLIN", "Conseil citoyen Le Regain - Barlin"),
        ("AMIS DE LA FERME DU ROY", "Amis de La Ferme du Roy"),
        ("CENTRE SOCIAL JACQUES BREL", "Centre social Jacques Brel"),
        ("CLUB DES ENTREPRENEURS DE L'E.S.S.", "Club des entrepreneurs de l'E.S.S."),
        ("EGAE - D'EGAL A EGALE", "EGAE - d'égal à égale"),
        ("ANIMATION DANS LA CITE - ASAS ADLC", "Animation dans la cité - ASAS ADLC"),
        ("MAISON POUR TOUS (MPT)", "Maison pour tous (MPT)"),
        ("CCAS DE SAINT-ÉTIENNE", "CCAS de Saint-Étienne"),
        ("REGIE DE QUARTIER DE VILLENEUVE", "Régie de quartier de Villeneuve"),
        ("ŒUVRES LAÏQUES", "Œuvres laïques"),
        ("BOOKKAFE", "Bookkafe"),
        (
            "ASSOCIATION POUR L'ACCOMPAGNEMENT SCOLAIRE ET LA PARENTALITE",
            "Association pour l'accompagnement scolaire et la parentalité",
        ),
        ("CENTRE D'HEBERGEMENT SAINT CLEMENT", "Centre d'hébergement Saint Clement"),
        ("U.S. BEUVRY", "U.S. Beuvry"),
        ("ORGE", "Orge"),  # a place, though as short as a sigle
    ],
)
def test_small_letters(saisi, imprime):
    assert soften(saisi, PROPRES) == imprime


@pytest.mark.parametrize(
    "nom",
    [
        "A",
        "VIE",
        "ALIM",
        "MJC",
        "PDCH",
        "AAE 62",
        "CABBALR",
        "C.S.A.P.",
        "62",
        "",
        "Ville d'ORGE",
        "–",
    ],
)
def test_left_alone(nom):
    assert soften(nom, PROPRES) == nom


@given(st.text(max_size=60))
def test_only_case_and_accents_change(nom):
    assert fold(soften(nom, PROPRES)) == fold(nom)


@given(st.text(alphabet="ABCDÉLSU '-.", max_size=40))
def test_twice_is_once(nom):
    assert soften(soften(nom, PROPRES), PROPRES) == soften(nom, PROPRES)
