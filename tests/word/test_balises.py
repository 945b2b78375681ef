import pytest

from tests.word.fabrique import build, euros, faults, p, tbl

TOTAL = euros(5, "programmation.total")


@pytest.mark.parametrize(
    "texte",
    [
        "Un total de { programmation.total }} euros",
        "Un total de {{ programmation.total } euros",
        "Un total de { programmation.total } euros",
        "Un total de programmation.total }} euros",
        "{ % if fcs %}",
        "{% if fcs }",
    ],
)
def test_an_incomplete_tag_is_told_once(tmp_path, texte):
    (anomalie,) = faults(tmp_path, p(texte), TOTAL)
    assert anomalie.rule.code == "PV905"
    assert anomalie.valeur.strip("{}% ") in texte
    assert "«\u00a0" + texte in str(anomalie.lieu)


def test_braces_that_are_no_tag_are_left_alone(tmp_path):
    texte = "L\u2019ensemble {a, b} et { c } ou {{ '{{' }}"
    assert build(tmp_path, p(texte)).textes() == ["L\u2019ensemble {a, b} et { c } ou {{"]


def test_docxtpl_escapes_are_kept(tmp_path):
    assert build(tmp_path, p("{_{ annee }_}")).textes() == ["{{ annee }}"]


def test_an_incomplete_tag_in_an_alternative_text(tmp_path):
    from tests.word.fabrique import dessin, graphique, tableau

    corps = dessin("t", alternative="Total { programmation.total }}")
    t = tableau("t", {"a": "A", "m": "M"}, ["x", euros(1)])
    (anomalie,) = faults(tmp_path, corps, TOTAL, t, graphiques=(graphique("M"),))
    assert anomalie.rule.code == "PV905"


def test_text_beside_a_paragraph_tag_would_be_erased(tmp_path):
    corps = p("{%p if programmation %} Le total.") + p("Suite") + p("{%p endif %}")
    (anomalie,) = faults(tmp_path, corps, TOTAL)
    assert (anomalie.rule.code, anomalie.valeur) == ("PV907", "Le total.")


def test_text_beside_a_row_tag_would_be_erased(tmp_path):
    corps = tbl(["{%tr if programmation %}", "perdu"], ["a", "b"], ["{%tr endif %}", ""])
    (anomalie,) = faults(tmp_path, corps, TOTAL)
    assert (anomalie.rule.code, anomalie.valeur) == ("PV907", "perdu")


def test_tags_alone_erase_nothing(tmp_path):
    corps = p("{%p if programmation %}") + p("Le total.") + p("{%p endif %}")
    assert build(tmp_path, corps, TOTAL).textes() == ["Le total."]
