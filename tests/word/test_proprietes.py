import pytest
from lxml import etree

from tests.word.fabrique import build, nombre, p

EPCI = "Communauté d\u2019Agglomération"


def coeur(document):
    racine = document.xml("docProps/core.xml")
    return {etree.QName(e).localname: e.text for e in racine}


@pytest.mark.parametrize(
    ("titres", "attendu"),
    [
        (["Rapport"], f"Rapport 2022 \u2013 {EPCI}"),
        (["Rapport {{ annee }}"], f"Rapport 2022 \u2013 {EPCI}"),
        (["Rapport", "de la {{ epci }}"], f"Rapport de la {EPCI} 2022"),
        (["Les {{ fcs.projets }} projets"], f"Les 31 projets 2022 \u2013 {EPCI}"),
    ],
)
def test_the_title_is_that_of_the_cover(tmp_path, titres, attendu):
    corps = "".join(p(t, "Titre") for t in titres)
    assert coeur(build(tmp_path, corps, nombre(31, "fcs.projets")))["title"] == attendu


def test_author_language_and_dates_come_from_the_settings_not_from_a_clock(tmp_path):
    document = build(tmp_path, p("a"))
    assert b"core-properties+xml" in document.parts["[Content_Types].xml"]
    proprietes = coeur(document)
    assert proprietes["creator"] == proprietes["lastModifiedBy"] == EPCI
    assert proprietes["language"] == "fr-FR"
    assert proprietes["created"] == proprietes["modified"] == "2023-07-01T00:00:00Z"
