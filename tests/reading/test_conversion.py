"""Amounts that the settings say are in thousands: read in euros, exact, and nothing else touched."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportpv.french.lexique import Entree
from rapportpv.reading.classeur.grille import Grille
from rapportpv.reading.conversion import convert
from rapportpv.reading.headers import Attendus, find_entete
from rapportpv.reading.settings import load_reglages
from rapportpv.subjects.programmation.sheet import PROGRAMMATION
from rapportpv.year.sujets import PLANS
from tests.flatten import plain

TITRES = ["Intitulé de l'action", "Opérateur", "Pilier", "Statut", "ANCT (k€)", "CAF"]
PAYEURS = (Entree("anct", "ANCT (k€)"), Entree("caf", "CAF"))


def read(*valeurs: object) -> list[object]:
    """What the column of the first funder holds once it is read."""
    lignes = [TITRES, *(["a", "b", "c", "d", valeur, 500] for valeur in valeurs)]
    attendus = Attendus(
        PROGRAMMATION, PROGRAMMATION.lexique({}, PAYEURS), unites={"anct (k€)": 1000}
    )
    grille = Grille("Programmation", [list(ligne) for ligne in lignes])
    entete = find_entete(grille, attendus)
    assert entete is not None
    convertie = convert(entete, attendus)
    assert convertie.converties == {5}
    assert grille.lignes == lignes  # what was read of the file is as it was
    assert convertie.grille.lignes[0] == TITRES
    assert [ligne[5] for ligne in convertie.grille.lignes[1:]] == [500] * len(valeurs)
    return [ligne[4] for ligne in convertie.grille.lignes[1:]]


@pytest.mark.parametrize(
    ("lue", "attendue"),
    [
        (7, 7000),
        (7.25, 7250),
        (7.1234, 7123.4),
        (0.1, 100),
        ("7,5", 7500),
        ("12 k€", "12 k€"),
        ("12 000 €", "12 000 €"),
        ("néant", "néant"),
        (None, None),
        (-2, -2000),
    ],
)
def test_an_amount_in_thousands(lue, attendue):
    assert read(lue) == [attendue]


@given(st.integers(0, 10**9))
def test_thousands_of_whole_euros_come_back_exact(euros):
    assert read(euros / 1000) == [euros]
    assert Fraction(str(read(str(euros // 10) if euros else 0)[0])) == (euros // 10) * 1000


@pytest.mark.parametrize(
    ("bloc", "dit"),
    [
        ('[unites.programation]\n"ANCT" = "k€"', "il ne désigne aucune feuille"),
        ('[unites.programmation]\n"ANCT" = "kF"', "valeurs possibles : k€ ou M€"),
    ],
)
def test_a_unit_that_is_none_is_told(projet, bloc, dit):
    chemin = projet / "rapportpv.toml"
    chemin.write_text(f"{chemin.read_text('utf-8')}\n{bloc}\n", "utf-8")
    [anomalie] = load_reglages(projet, PLANS)[1]
    assert dit in plain(anomalie.message)
