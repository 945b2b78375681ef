"""What the words around a number say that it is."""

from fractions import Fraction

import pytest

from rapportpv.core.chiffre import Quantite, Unite
from rapportpv.core.relecture import Verdict

INNOCENTES = """\
En 2022, le pilier « Cohésion sociale » mobilise 73 % des crédits de la programmation ; 12 % de ces actions concernent la santé et 8 % le sport.
Les crédits de l'État pour le pilier emploi s'élèvent à 348 500 €.
Sur les 132 actions soutenues, 41 sont menées à Béthune, 23 à Bruay-la-Buissière et 18 dans plusieurs communes.
Le conseil départemental a financé 14 actions pour 765 000 €.
La programmation s'élève à 5,96 M€, en hausse de 4 % par rapport à 2021 (5,7 M€).
Trois quarts des actions portées par des associations relèvent de la cohésion sociale ; près de trois quarts des crédits aussi.
Près d'un quart de la programmation va à l'emploi.
Les 16 communes ont toutes été consultées ; 9 ont répondu, dont 2 avec réserves. 10 communes n'ont pas encore délibéré.
19 instances ont été consultées ; 3 mois leur sont laissés.
La population des 21 quartiers est de 35 412 habitants, dont 38 % ont moins de 25 ans ; le taux de chômage y atteint 27,3 %.
Le FCS, c'est 97 918 € et 31 projets : 20 projets de quartier, 5 projets de conseils citoyens, 4 formations.
L'axe 3 du FCS a soutenu 20 projets pour 26 850 €, soit 27 % de l'enveloppe.
Une subvention de 12 500 € a permis à 45 jeunes de partir ; le reste à charge des familles était de 60 €.
Le coût total de l'action est de 48 000 €, dont 12 000 € de la CAF, 6 500 € de la commune et 3 200 € d'autofinancement.
Le budget 2023 prévoit 6 100 000 € et 140 actions.
Sur 171 dossiers reçus, 39 n'ont pas été retenus : 22 refusés, 11 ajournés et 6 retirés.
Les associations portent 57 % des actions soutenues.
7 communes sur 16 ont reçu un fonds de concours ; 2 communes en ont reçu deux.
Le fonds de concours plafonne à 70 000 € par opération ; 4 communes l'ont atteint.
Sont présents 97 élus sur 153 ; 26 procurations ont été données et 30 élus sont excusés.
La région apporte 332 286 € : 154 314 € en fonctionnement et 177 972 € en investissement.
Le BOP 147 (1 714 733 €) et Quartiers d'été (167 778 €) font 1 882 511 € de crédits de l'État.
En moyenne, une action reçoit 45 120 € ; la plus aidée, 215 000 €.
Les 4 quartiers de Béthune accueillent 23 actions ; 2 quartiers n'en ont aucune.
16 quartiers sur 21 sont reconnus par l'État ; 5 quartiers sont communautaires.
Pour l'emploi, 18 actions associatives ont été soutenues en 2022, contre 21 en 2021 et 25 en 2020.
102 actions reconduites et 30 nouvelles : 77 % d'actions reconduites, 23 % d'actions nouvelles.
75 actions associatives sur 132, soit 57 %, et 54 pour la cohésion sociale (72 %).
La programmation prévisionnelle était de 5 800 000 € en février, la programmation définitive est de 5 955 889 €.
Sur 5 955 889 €, l'État en apporte 1 882 511, la CAF 520 000 et le Département 765 000.
Le plan « Quartiers solidaires » mobilise 1,2 million d'euros sur trois ans, dont 400 000 € en 2022.
Le NPNRU représente 48 millions d'euros d'investissement ; 5 opérations sont en cours et 320 logements seront démolis.
Béthune reçoit 709 932 € pour 15 actions, soit 11,9 % de la programmation.
Un quart des actions, une centaine de partenaires, deux comités de pilotage et trois comités techniques.
Le pilier cohésion sociale compte 96 actions, le pilier emploi 26, le cadre de vie 6 et le pilotage 4.
""".splitlines()

ANCIENS = {
    "la dernière publication": {
        "programmation.total": Quantite(Fraction(5810250), Unite.EUROS),
        "associations.total": Quantite(Fraction(79), Unite.NOMBRE),
    },
    "l’année 2021": {"programmation.total": Quantite(Fraction(5703100), Unite.EUROS)},
}


@pytest.mark.parametrize("phrase", INNOCENTES)
def test_right_prose_is_never_accused(relire, phrase):
    assert not relire(phrase).is_contredite


@pytest.mark.parametrize(
    ("phrase", "ecrit", "nom", "cause"),
    [
        (
            "La programmation s’élève à 5 955 899 €.",
            "5 955 899 €",
            "programmation.total",
            "un chiffre diffère",
        ),
        (
            "La programmation s’élève à 5 955 898 €.",
            "5 955 898 €",
            "programmation.total",
            "inversés",
        ),
        (
            "La programmation s’élève à 5 959 588 €.",
            "5 959 588 €",
            "programmation.total",
            "millième",
        ),
        (
            "La programmation s’élève à 595 889 €.",
            "595 889 €",
            "programmation.total",
            "un chiffre manque",
        ),
        ("La programmation s’élève à 5,69 M€.", "5,69 M€", "programmation.total", "inversés"),
        (
            "La programmation s’élève à 5 810 250 €.",
            "5 810 250 €",
            "programmation.total",
            "la dernière publication",
        ),
        (
            "La programmation s’élève à 5 703 100 €.",
            "5 703 100 €",
            "programmation.total",
            "l’année 2021",
        ),
        (
            "Le pilier cohésion sociale mobilise 1 432 769 €.",
            "1 432 769 €",
            "piliers.cohesion_sociale.montant",
            "piliers.emploi.montant",
        ),
        (
            "Le pilier « Cohésion sociale » mobilise 37 % de la programmation.",
            "37 %",
            "piliers.cohesion_sociale.taux",
            "inversés",
        ),
        (
            "Sur 117 projets déposés, 132 actions ont été soutenues.",
            "117",
            "programmation.projets_deposes",
            "inversés",
        ),
        (
            "Cent vingt-trois actions ont été soutenues.",
            "Cent vingt-trois",
            "programmation.actions_soutenues",
            "inversés",
        ),
        (
            "391 934 € ont été attribués à 7 communes au titre du fonds de concours.",
            "391 934 €",
            "fonds_de_concours.total",
            "millième",
        ),
        (
            "Les crédits spécifiques s’ajoutent au droit commun, qui apporte 3 643 174 €, soit 16 % de la programmation.",
            "16 %",
            "droit_commun.taux",
            "",
        ),
        (
            "Les associations portent moins d’actions. Elles en mènent 79, dont 54 pour la cohésion sociale.",
            "79",
            "associations.total",
            "la dernière publication",
        ),
        (
            "L’agglomération compte 16 communes et 12 quartiers.",
            "12",
            "territoire.quartiers",
            "inversés",
        ),
    ],
)
def test_a_contradiction_is_told_with_its_figure_and_why(relire, phrase, ecrit, nom, cause):
    (faute,) = relire(phrase, anciens=ANCIENS).of(Verdict.CONTREDIT)
    assert (faute.ecrit, faute.nom) == (ecrit, nom)
    assert cause in faute.cause


@pytest.mark.parametrize(
    ("phrase", "ecrit", "nom"),
    [
        (
            "Près de 6 millions d’euros pour la programmation.",
            "6 millions d’euros",
            "programmation.total",
        ),
        ("La programmation s’élève à 5 956 k€.", "5 956 k€", "programmation.total"),
        ("Un total engagé de 5,96 M€ pour la programmation.", "5,96 M€", "programmation.total"),
        ("Plus de 130 actions ont été soutenues.", "130", "programmation.actions_soutenues"),
        (
            "Les crédits spécifiques font 39 % de la programmation.",
            "39 %",
            "credits_specifiques.taux",
        ),
        (
            "La cohésion sociale mobilise près des trois quarts de la programmation.",
            "trois quarts",
            "piliers.cohesion_sociale.taux",
        ),
    ],
)
def test_what_is_rightly_rounded_is_told_so(relire, phrase, ecrit, nom):
    (nombre,) = relire(phrase).of(Verdict.ARRONDI)
    assert (nombre.ecrit, nombre.nom) == (ecrit, nom)


def test_a_decimal_that_is_zero_is_a_decimal(relire):
    """The figure is 73,1 %: «73 %» is it rounded, «73,0 %» is another."""
    phrase = "Le pilier « Cohésion sociale » mobilise {} de la programmation."
    assert not relire(phrase.format("73 %")).is_contredite
    (faute,) = relire(phrase.format("73,0 %")).of(Verdict.CONTREDIT)
    assert (faute.ecrit, faute.juste) == ("73,0 %", "73,1\u00a0%")


def test_the_figure_of_another_year_is_right_when_the_sentence_says_which(relire):
    (nombre,) = relire("En 2021, elle était de 5 703 100 €.", anciens=ANCIENS).of(Verdict.JUSTE)
    assert nombre.cause == "chiffre de 2021"


def test_two_figures_exchanged_in_a_sentence_are_both_told(relire):
    relecture = relire("Parmi les actions soutenues, 102 sont nouvelles et 30 sont reconduites.")
    fautes = [(n.ecrit, n.nom) for n in relecture.of(Verdict.CONTREDIT)]
    assert fautes == [("102", "reconduction.nouvelles"), ("30", "reconduction.reconduites")]
