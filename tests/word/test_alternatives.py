"""What the alternative text of a chart says, from its table."""

from fractions import Fraction

import pytest
from lxml import etree

from rapportpv.core.chiffre import Colonne, Ligne, Quantite, Tableau, Unite
from rapportpv.word.alternatives import describe_graphique
from rapportpv.word.ooxml import WP

PART = Colonne("taux", "Part")
MONTANT = Colonne("montant", "Montant")
LONG = "Un libellé comme il y en a, de plus de cent vingt signes, " * 3


def describe(valeurs, colonnes=(PART,), avant="Barres"):
    """The text of a chart whose labels are those of the mapping."""
    lignes = tuple(
        Ligne(
            {
                "nom": nom,
                "taux": Quantite(Fraction(n), Unite.POURCENTAGE),
                "montant": Quantite(Fraction(n) * 1000, Unite.EUROS),
            }
        )
        for nom, n in valeurs.items()
    )
    tableau = Tableau("essai", "Essai", (Colonne("nom", "Nom"), PART, MONTANT), lignes)
    cadre = etree.fromstring(f'<wp:inline xmlns:wp="{WP}"><wp:docPr descr="{avant}"/></wp:inline>')
    describe_graphique(cadre, tableau, tuple(valeurs), colonnes)
    return cadre[0].get("descr").replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("valeurs", "dit"),
    [
        (
            {"Emploi": 20, "Cohésion": 70, "Cadre de vie": 10},
            "Part : le plus, Cohésion (70,0 %) ; le moins, Cadre de vie (10,0 %) ; sur 3.",
        ),
        ({"Cohésion": 100}, "Part : Cohésion, 100,0 %."),
        ({"A": 50, "B": 50}, "Part : 50,0 % pour chacun des 2."),
        (
            {"A": 40, "B": 40, "C": 20},
            "Part : le plus, A et 1 autre (40,0 %) ; le moins, C (20,0 %) ; sur 3.",
        ),
        (
            {"A": 0, "B": 5, "C": 0, "D": 0},
            "Part : le plus, B (5,0 %) ; le moins, A et 2 autres (0,0 %) ; sur 4.",
        ),
    ],
)
def test_it_says_the_extremes_and_who_has_them(valeurs, dit):
    assert describe(valeurs) == dit


def test_a_second_series_is_told_when_there_is_room():
    assert describe({"A": 60, "B": 40}, (PART, MONTANT)) == (
        "Part : le plus, A (60,0 %) ; le moins, B (40,0 %) ; sur 2. "
        "Montant : le plus, A (60 000 €) ; le moins, B (40 000 €) ; sur 2."
    )


def test_names_that_are_too_long_are_cut_after_a_word():
    dit = describe({LONG: 60, f"Autre {LONG}": 40}, (PART, MONTANT))
    assert len(dit) <= 150
    assert "Un libellé comme il y en a, de… (60,0 %)" in dit


def test_a_text_that_says_figures_itself_is_kept():
    assert describe({"A": 60, "B": 40}, avant="A reçoit 60 %") == "A reçoit 60 %"
