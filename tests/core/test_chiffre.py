"""A figure is declared once: its name, its value in its unit, what it is called in two places."""

from fractions import Fraction

import pytest

from rapportpv.core.chiffre import Bilan, Chiffre, Figure, Unite

MONTANT = Figure(
    "piliers.{}.montant", Unite.EUROS, "Pilier « {} » : montant", "Pilier « {} », montant"
)
TAUX = Figure("financeurs.{}.taux", Unite.POURCENTAGE, "Financeur « {} » : part", "{}, part")
PROJETS = Figure(
    "fcs.axes.{}.projets", Unite.NOMBRE, "FCS, axe {} : projets", "Projets de l’axe {}"
)


def test_a_figure_is_named_and_labelled_in_both_ways():
    chiffre = MONTANT.of(1250050, ("fcs.xlsx › FCS › F6",), "emploi", "Emploi et développement")

    assert (chiffre.nom, chiffre.affiche) == ("piliers.emploi.montant", "12\u202f500,50\u00a0€")
    assert chiffre.valeur == Fraction(1250050, 100)
    assert chiffre.sources == ("fcs.xlsx › FCS › F6",)
    assert chiffre.libelle == "Pilier «\u00a0Emploi et développement\u00a0»\u00a0: montant"
    assert chiffre.court == "Pilier «\u00a0Emploi et développement\u00a0», montant"


def test_a_code_stands_for_itself_where_nothing_says_what_it_is():
    chiffre = PROJETS.of(11, (), 2)

    assert (chiffre.nom, chiffre.affiche) == ("fcs.axes.2.projets", "11")
    assert chiffre.libelle == "FCS, axe 2\u00a0: projets"
    assert chiffre.court == "Projets de l’axe 2"


@pytest.mark.parametrize(
    ("quoi", "libelle", "court"),
    [
        (
            "ANCT « BOP 147 »",
            "Financeur ANCT «\u00a0BOP 147\u00a0»\u00a0: part",
            "ANCT «\u00a0BOP 147\u00a0», part",
        ),
        (
            'ANCT "BOP 147"',
            "Financeur ANCT «\u00a0BOP 147\u00a0»\u00a0: part",
            "ANCT «\u00a0BOP 147\u00a0», part",
        ),
        (
            "caisse d'allocations",
            "Financeur «\u00a0caisse d’allocations\u00a0»\u00a0: part",
            "Caisse d’allocations, part",
        ),
    ],
    ids=["French quotes of its own", "straight quotes", "none, and a small letter"],
)
def test_what_a_label_is_about_is_quoted_once(quoi, libelle, court):
    chiffre = TAUX.of(0, (), "x", quoi)

    assert (chiffre.libelle, chiffre.court) == (libelle, court)


def test_one_label_serves_twice_and_a_name_serves_for_both():
    nouvelles = Figure("reconduction.nouvelles", Unite.NOMBRE, "Actions nouvelles").of(3, ())
    presents = Figure("seance.presents", Unite.NOMBRE).of(3, ())

    assert (nouvelles.libelle, nouvelles.court) == ("Actions nouvelles", "Actions nouvelles")
    assert (presents.libelle, presents.court) == ("seance.presents", "seance.presents")


def test_a_share_is_exact_and_quotes_the_part_then_the_whole():
    partie = MONTANT.of(100, ("b", "a"), "emploi")
    tout = MONTANT.of(300, ("a", "c"), "tous")
    taux = TAUX.part(partie, tout, "caf", "CAF")

    assert (taux.nom, taux.valeur, taux.affiche) == (
        "financeurs.caf.taux",
        Fraction(100, 3),
        "33,3\u00a0%",
    )
    assert taux.sources == ("b", "a", "c")
    assert taux.court == "CAF, part"
    assert TAUX.part(partie, MONTANT.of(0, ()), "caf").valeur == 0


def test_a_year_without_anything_has_neither_figures_nor_tables():
    assert (Bilan().chiffres, Bilan().tableaux, Bilan().groupes) == ({}, {}, ())


def test_a_figure_of_nowhere_has_no_words():
    rien = Chiffre(Fraction(3), Unite.NOMBRE)
    assert (rien.nom, rien.sources, rien.libelle, rien.court) == ("", (), "", "")
