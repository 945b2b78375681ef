"""`rapportpv explain`: a page, the list, and the nearest code."""


def test_explain(run):
    code, sorti, _ = run("explain", "pv201")
    assert code == 0
    assert sorti.startswith("PV201 pilier-inconnu (erreur)\n\nLe pilier n'est pas dans la liste")
    assert run("explain", "pilier-inconnu")[1] == sorti
    liste = run("explain")[1]
    assert "PV201" in liste
    assert "pilier-inconnu" in liste
    code, sorti, aparte = run("explain", "PV298")
    assert (code, sorti) == (2, "")
    assert "Vouliez-vous dire PV2" in aparte
