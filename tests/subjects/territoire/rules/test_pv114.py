"""Codes of the sheet «Quartiers», whose form depends on the year."""

from rapportpv.year.controle import check_annee
from tests.year.aides import told

QUARTIERS = """
| Code     | Nom          | Commune(s) | Type          |
| -------- | ------------ | ---------- | ------------- |
| QP006005 | Les Tilleuls | Orge       | QPV           |
| QN00101M | Le Parc      | Orge       | QPV           |
| QP06006  | Le Stade     | Orge       | État          |
|          | La Gare      | Orge       | QPV           |
| QC-01    | Le Moulin    | Orge       | communautaire |
"""


def test_until_2023_codes_begin_with_qp(projet, ecrire):
    ecrire("territoire", Quartiers=QUARTIERS)
    assert told(projet, "PV114") == [
        ("Quartiers A3", "QN00101M", None),
        ("Quartiers A4", "QP06006", "QP006006"),
    ]


def test_from_2024_codes_begin_with_qn(projet, ecrire):
    ecrire("territoire", Quartiers=QUARTIERS)
    (projet / "2023").rename(projet / "2024")
    anomalies = [a for a in check_annee(projet, 2024).anomalies if a.rule.code == "PV114"]
    assert [a.lieu.cellules[0] for a in anomalies] == ["A2", "A4"]
    assert all("QN00101M" in a.message for a in anomalies)
    assert "ne servait plus en 2024" in anomalies[0].message
