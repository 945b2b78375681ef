"""What a figure comes from is worked out when somebody asks, and then once."""

from rapportpv.core.sources import Sources, join_sources


def test_nothing_is_worked_out_until_it_is_asked_for():
    demandes = []
    places = join_sources(Sources(lambda: demandes.append("A") or ["A1"]), ["B2", "A1"])
    assert not demandes
    assert places == ("A1", "B2")
    assert (len(places), places[0], list(places)) == (2, "A1", ["A1", "B2"])
    assert demandes == ["A"]


def test_equal_by_what_they_say():
    assert Sources(lambda: ["A1"]) == Sources(lambda: ["A1"])
    assert hash(Sources(lambda: ["A1"])) == hash(("A1",))
    assert Sources(lambda: ["A1"]) != Sources(lambda: ["A2"])
    assert not Sources(list)
