"""The keys of a column of SIRETs: the same answer as one by one."""

from hypothesis import given
from hypothesis import strategies as st

from rapportpv.french.identifiants import compact, is_siret
from rapportpv.french.sirets import find_sirets

# Right ones: of an EPCI, of La Poste's head office, of one of its shops, with spaces, with points.
JUSTES = ["20007246000013", "35600000000048", "35600000049837", "732 829 320 00074"]
textes = st.one_of(
    st.sampled_from([*JUSTES, "732.829.320.00074", "", "-", "20007246000014", "35600000049838"]),
    st.sampled_from(["7328293200007", "W621001234", "\u0663" * 14, "2,0007E+13"]),
    st.integers(10**12, 10**14 - 1).map(str),
)


@given(st.lists(textes, max_size=8))
def test_a_column_is_checked_as_its_texts_are(colonne):
    attendus = {t: s for t in colonne if is_siret(s := compact(t))}
    assert find_sirets(colonne) == attendus


def test_right_ones_are_found_and_wrong_ones_are_not():
    assert find_sirets(JUSTES).keys() == set(JUSTES)
    assert find_sirets(["73282932000075", "83282932000074"]) == {}
