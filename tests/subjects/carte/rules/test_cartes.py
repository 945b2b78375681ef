"""PV705, PV706, PV707: contours that cross themselves, and those that are not where they should."""

import pytest

from rapportpv.year.controle import check_annee
from tests.geojson import collection, objet, polygon, square, write_carte
from tests.year.aides import told

QUARTIERS = """
| Code     | Nom          | Commune(s) | Type |
| -------- | ------------ | ---------- | ---- |
| QP062901 | Les Tilleuls | Valmont    | QPV  |
| QP062902 | Le Moulin    | Orge       | QPV  |
"""
A, B, C, D, _ = square(3, 50)
TILLEULS = objet(polygon(square(3, 50)), nom="Les Tilleuls")
MOULIN = objet(polygon(square(3.1, 50)), nom="Le Moulin")


@pytest.fixture
def dire(projet, ecrire):
    ecrire("territoire", Quartiers=QUARTIERS)

    def dire(*objets):
        write_carte(projet, collection(*objets))
        return [a.rule.code for a in check_annee(projet, 2023).anomalies]

    return dire


def test_a_right_map_is_told_nothing(dire):
    assert dire(TILLEULS, MOULIN) == []


@pytest.mark.parametrize(
    "proprietes",
    [{"code": "qp 062901"}, {"nom": "LES TILLEULS"}, {"nom": "Ancien nom", "code": "QP062901"}],
)
def test_code_first_then_name_however_spelt(dire, proprietes):
    assert dire(objet(polygon(square(3, 50)), **proprietes), MOULIN) == []


@pytest.mark.parametrize(
    ("anneau", "codes"),
    [
        ([A, C, B, D, A], ["PV705"]),  # crosses itself
        ([A, B, C, A, C, D, A], []),  # touches itself, and says what it says
        ([A, B, C, D, A, B, C, D, A], ["PV705"]),  # goes round twice
    ],
)
def test_only_what_a_repair_changes_is_told(dire, anneau, codes):
    assert dire(objet(polygon(anneau), nom="Les Tilleuls"), MOULIN) == codes


def test_a_quartier_without_contour(dire, projet):
    assert dire(TILLEULS) == ["PV706"]
    assert told(projet, "PV706") == [("Quartiers B3", "Le Moulin", None)]


def test_a_misspelt_contour_is_told_once(dire, projet):
    assert dire(TILLEULS, objet(polygon(square(3.1, 50)), nom="Le Moulan")) == ["PV707"]
    assert told(projet, "PV707") == [("None objet 2", "Le Moulan", "Le Moulin")]


def test_a_contour_of_nothing_known(dire, projet):
    autre = objet(polygon(square(3.2, 50)), nom="Gare")
    assert dire(TILLEULS, MOULIN, autre) == ["PV707"]
    assert told(projet, "PV707") == [("None objet 3", "Gare", None)]


def test_two_contours_may_be_one_quartier(dire):
    assert dire(TILLEULS, MOULIN, objet(polygon(square(3.2, 50)), nom="Les Tilleuls")) == []


def test_without_a_sheet_of_quartiers_any_name_will_do(projet):
    write_carte(projet, collection(objet(polygon(square(3, 50)), nom="Gare")))
    assert check_annee(projet, 2023).anomalies == ()
