from hypothesis import given
from hypothesis import strategies as st

from rapportpv.core.emplacement import (
    Emplacement,
    cell_name,
    column_letter,
    find_bandes,
    format_bandes,
    format_cases,
)


def test_places_read_as_in_excel():
    lieu = Emplacement("2022/fcs.xlsx", "FCS", ("K12", "K13"))
    assert str(lieu) == "2022/fcs.xlsx › FCS › K12, K13"
    assert str(Emplacement("rapportpv.toml")) == "rapportpv.toml"


def test_columns():
    assert [column_letter(n) for n in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_ranges_join_rows_and_columns():
    assert format_bandes(find_bandes([5, 6, 8]), [12, 13]) == ("L5:M6", "L8:M8")
    assert format_bandes(find_bandes([3]), [3, 1]) == ("A3", "C3")
    assert format_bandes(find_bandes([]), [1]) == ()


@given(st.lists(st.integers(1, 20)), st.sets(st.integers(1, 20)))
def test_ranges_cover_the_cells_and_nothing_else(lignes, colonnes):
    couvertes = [c for plage in format_bandes(find_bandes(lignes), colonnes) for c in _cells(plage)]
    cases = [(ligne, colonne) for ligne in set(lignes) for colonne in colonnes]
    assert sorted(couvertes) == sorted(map(cell_name, cases))


@given(st.sets(st.tuples(st.integers(1, 12), st.integers(1, 12)), max_size=40))
def test_ranges_of_scattered_cells_cover_them_and_nothing_else(cases):
    couvertes = [case for plage in format_cases(cases) for case in _cells(plage)]
    assert sorted(couvertes) == sorted(map(cell_name, cases))
    assert format_cases([(5, 12), (6, 12), (5, 13), (6, 13), (8, 12)]) == ("L5:M6", "L8")


def _cells(plage: str) -> list[str]:
    debut, _, fin = plage.partition(":")
    fin = fin or debut
    colonnes = range(ord(debut[0]), ord(fin[0]) + 1)
    return [f"{chr(c)}{r}" for c in colonnes for r in range(int(debut[1:]), int(fin[1:]) + 1)]
