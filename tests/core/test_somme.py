"""What a formula that adds cells up goes over."""

import pytest

from rapportpv.core.somme import column_number, read_somme


@pytest.mark.parametrize(
    ("case", "dedans"),
    [
        *(((2, 6), True), ((5, 7), True), ((9, 1), True), ((1, 6), False), ((6, 6), False)),
        *(((3, 5), False), ((3, 8), False), ((9, 2), False)),
    ],
)
def test_a_sum_goes_over_the_cells_of_its_ranges(case, dedans):
    somme = read_somme("=SUM(F2:G5,A9)")
    assert somme
    assert somme.plages == ((2, 6, 5, 7), (9, 1, 9, 1))
    assert somme.covers(case) is dedans


def test_a_sum_is_of_a_column_or_of_a_row():
    colonne, ligne, carre = map(read_somme, ("=SUM($F$5:F2)", "=SUM(F2:H2)", "=SUM(F2:G3)"))
    assert colonne
    assert ligne
    assert carre
    assert colonne.plages == ((2, 6, 5, 6),)
    assert [s.is_vertical((7, 6)) for s in (colonne, ligne, carre)] == [True, False, False]
    assert [s.is_horizontal((2, 9)) for s in (colonne, ligne, carre)] == [False, True, False]
    assert not colonne.is_vertical((7, 7))
    assert not ligne.is_horizontal((3, 9))


@pytest.mark.parametrize(
    ("formule", "sous_total", "chaine"),
    [
        ("=SUM(A1:A3)", False, False),
        ("=somme(a1 ; a3)", False, False),
        ("=SUBTOTAL(9,A1:A3)", True, False),
        ("=SOUS.TOTAL(109;A1:A3)", True, False),
        ("=+A1+A2+A3", False, True),
        ("=SUM(A1:A2)+A3", False, False),
    ],
)
def test_what_kind_of_sum_it_is(formule, sous_total, chaine):
    somme = read_somme(formule)
    assert somme
    assert (somme.sous_total, somme.chaine) == (sous_total, chaine)


@pytest.mark.parametrize(
    "formule", ["=SUM(A1:A3)-A4", "=SUBTOTAL(1,A1:A3)", "=SUM(A:A)", "=2*SUM(A1)", "SUM(A1)", "="]
)
def test_what_does_anything_else_is_no_sum(formule):
    assert read_somme(formule) is None


def test_columns_are_numbered():
    assert [column_number(c) for c in ("A", "Z", "AA", "AZ", "BA", "XFD")] == [
        *(1, 26, 27, 52, 53),
        16384,
    ]
