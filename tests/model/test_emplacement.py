from hypothesis import given
from hypothesis import strategies as st

from rapportpv.model.emplacement import Emplacement, cell_name, column_letter, format_plages


def test_places_read_as_in_excel():
    lieu = Emplacement("2022/fcs.xlsx", "FCS", ("K12", "K13"))
    assert str(lieu) == "2022/fcs.xlsx › FCS › K12, K13"
    assert str(Emplacement("rapportpv.toml")) == "rapportpv.toml"


def test_columns():
    assert [column_letter(n) for n in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_ranges_join_rows_then_columns():
    bloc = {(ligne, colonne) for ligne in (5, 6, 8) for colonne in (12, 13)}
    assert format_plages(bloc) == ("L5:M6", "L8:M8")
    assert format_plages([(3, 1)]) == ("A3",)
    assert format_plages([]) == ()


@given(st.sets(st.tuples(st.integers(1, 12), st.integers(1, 12)), max_size=40))
def test_ranges_cover_the_cells_and_nothing_else(cases):
    couvertes = [case for plage in format_plages(cases) for case in _cells(plage)]
    assert sorted(couvertes) == sorted(cell_name(case) for case in cases)


def _cells(plage: str) -> list[str]:
    debut, _, fin = plage.partition(":")
    fin = fin or debut
    colonnes = range(ord(debut[0]), ord(fin[0]) + 1)
    return [f"{chr(c)}{r}" for c in colonnes for r in range(int(debut[1:]), int(fin[1:]) + 1)]
