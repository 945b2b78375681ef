"""An indicator is read, printed and compared; nothing adds it up, here or anywhere in the code."""

import ast
import operator
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportpv.core.indicateur import SECRET, Mesure, Sorte

SRC = Path(__file__).parents[2] / "src" / "rapportpv"


def taux(valeur: str | None, annee: int | None = 2021) -> Mesure:
    return Mesure(None if valeur is None else Fraction(valeur), Sorte.TAUX, annee)


@pytest.mark.parametrize(
    "operation", [operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv]
)
@pytest.mark.parametrize("autre", [taux("21.3"), 2, Fraction(1, 2), 0.5])
def test_it_is_neither_added_up_nor_averaged(operation, autre):
    with pytest.raises(TypeError, match="neither added up nor averaged"):
        operation(taux("47.2"), autre)
    with pytest.raises(TypeError):
        operation(autre, taux("47.2"))


@pytest.mark.parametrize("convertir", [float, int, sum, lambda m: sum([m, m]), round])
def test_its_number_does_not_come_out(convertir):
    with pytest.raises(TypeError):
        convertir(taux("47.2"))


def test_no_other_file_reads_its_number():
    """The value is `_exacte`: an attribute of that name is asked for in one file only."""
    lecteurs = {
        chemin.relative_to(SRC).as_posix()
        for chemin in SRC.rglob("*.py")
        for noeud in ast.walk(ast.parse(chemin.read_text("utf-8")))
        if isinstance(noeud, ast.Attribute) and noeud.attr == "_exacte"
    }
    assert lecteurs == {"core/indicateur.py"}


@pytest.mark.parametrize(
    ("valeur", "sorte", "affiche"),
    [
        ("47.2", Sorte.TAUX, "47,2 %"),
        ("17319.6", Sorte.EUROS, "17 320 €"),
        ("1240", Sorte.NOMBRE, "1 240"),
        ("0.85", Sorte.INDICE, "0,9"),
        (None, Sorte.TAUX, SECRET),
    ],
)
def test_it_prints_in_french(valeur, sorte, affiche):
    mesure = Mesure(None if valeur is None else Fraction(valeur), sorte)
    assert mesure.affiche.replace("\u202f", " ").replace("\xa0", " ") == affiche


@pytest.mark.parametrize(
    ("ici", "la", "mots"),
    [
        ("64", "21.3", "plus du triple"),
        ("47.2", "21.3", "plus du double"),
        ("31.5", "17.2", "près du double"),
        ("41", "30.6", "un tiers de plus"),
        ("21", "20.5", "proche"),
        ("36.8", "57.4", "un tiers de moins"),
        ("20", "57.4", "moins de la moitié"),
        ("10", "57.4", "moins du tiers"),
        ("40", "20", "près du double"),
        ("20", "40", "près de moitié moins"),
    ],
)
def test_a_gap_is_told_in_words(ici, la, mots):
    assert taux(ici).tell_ecart(taux(la)) == mots


def test_a_gap_is_not_told_where_there_is_none_to_tell():
    assert taux("40").tell_ecart(None) == "–"
    assert taux(None).tell_ecart(taux("20")) == "–"
    assert taux("40").tell_ecart(taux("20", 2018)) == "autre millésime"
    assert taux("40", None).tell_ecart(taux("20", None)) == "année non dite"
    assert Mesure(Fraction(9), Sorte.NOMBRE).tell_ecart(Mesure(Fraction(3), Sorte.NOMBRE)) == "–"


@given(st.fractions(1, 100), st.fractions(1, 100))
def test_more_is_never_told_as_less(un, autre):
    ecart = Mesure(un, Sorte.TAUX, 2021).tell_ecart(Mesure(autre, Sorte.TAUX, 2021))
    assert ecart not in {"–", "année non dite"}
    if "plus" in ecart or "double" in ecart:
        assert un > autre
    if "moins" in ecart:
        assert un < autre
