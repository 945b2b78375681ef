"""Who reports to whom, however the sheet says it (PV710 to PV715)."""

from hypothesis import given
from hypothesis import strategies as st

from rapportpv.subjects.service.organigramme import Poste, Service


def service(*rangs):
    return Service(tuple(Poste(n, *rang) for n, rang in enumerate(rangs, 4)))


def names(postes):
    return [poste.nom for poste in postes]


def tree(lu):
    return [("  " * niveau) + poste.nom for niveau, poste in lu.walk()]


def test_a_tree_in_the_order_of_the_sheet():
    lu = service(
        ("Bo", "Agent", "Al"), ("Al", "Chef"), ("Cy", "Agent", "AL"), ("Di", "Stage", "bo")
    )
    assert tree(lu) == ["Al", "  Bo", "    Di", "  Cy"]


def test_a_function_stands_for_whoever_has_it():
    lu = service(("Poste vacant", "Cheffe"), ("Poste vacant", "Agent", "Cheffe"))
    assert tree(lu) == ["Poste vacant", "  Poste vacant"]
    assert lu.ambigus == ()


def test_an_unknown_boss_leaves_one_at_the_top():
    lu = service(("Al", "Chef"), ("Bo", "Agent", "Dupont"))
    assert tree(lu) == ["Al", "Bo"]
    assert names(lu.inconnus) == ["Bo"]


def test_a_ring_is_cut_at_its_first():
    lu = service(("Di", "x", "Cy"), ("Al", "x", "Cy"), ("Bo", "x", "Al"), ("Cy", "x", "Bo"))
    assert [names(boucle) for boucle in lu.boucles] == [["Al", "Cy", "Bo"]]
    assert tree(lu) == ["Al", "  Bo", "    Cy", "      Di"]


def test_oneself():
    lu = service(("Al", "Chef", "Al"), ("Bo", "Agent", "Al"))
    assert names(lu.reflexifs) == ["Al"]
    assert (lu.boucles, tree(lu)) == ((), ["Al", "  Bo"])


def test_several_vacant_posts_are_not_told_apart_by_their_name():
    lu = service(("À pourvoir", "Chef"), ("À pourvoir", "Adjoint"), ("Bo", "x", "À pourvoir"))
    assert names(lu.ambigus) == ["Bo"]


def test_a_name_twice_is_another_fault():
    lu = service(("Al", "Chef"), ("Al", "Référent"), ("Bo", "x", "Al"))
    assert lu.ambigus == ()


NOMS = st.sampled_from(["Al", "Bo", "Cy", "Poste vacant", ""])


@given(
    st.lists(
        st.tuples(NOMS, st.sampled_from(["Chef", "Agent"]), NOMS | st.just("Chef")), max_size=9
    )
)
def test_everybody_is_in_the_tree_once(rangs):
    lu = service(*rangs)
    assert sorted(poste.ligne for _, poste in lu.walk()) == [p.ligne for p in lu.postes]
