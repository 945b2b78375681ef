"""PV708: the map cannot be drawn on this machine."""

import rapportpv.subjects.carte.load
from rapportpv.drawing import draw_dessins
from rapportpv.year.controle import check_annee
from tests.conftest import EXEMPLE

CODE = "PV708"


def test_without_the_extra_the_map_is_told_and_left_out(exemple, monkeypatch):
    monkeypatch.setattr(rapportpv.subjects.carte.load, "find_spec", lambda nom: None)
    controle = check_annee(exemple, 2022)
    [anomalie] = controle.anomalies
    assert (anomalie.rule.code, str(anomalie.lieu)) == (CODE, "2022/carte.geojson")
    assert "pip install rapportpv[carte]" in anomalie.message
    assert not controle.is_blocked()
    assert "carte" not in draw_dessins(controle.dossier)
    assert "quartiers_par_referent" in controle.bilan.tableaux


def test_without_a_map_the_extra_is_not_asked_for(exemple, monkeypatch):
    monkeypatch.setattr(rapportpv.subjects.carte.load, "find_spec", lambda nom: None)
    (exemple / "2022" / "carte.geojson").unlink()
    assert check_annee(exemple, 2022).anomalies == ()


def test_with_the_extra_nothing_is_told():
    assert [a for a in check_annee(EXEMPLE, 2022).anomalies if a.rule.code == CODE] == []
