import pytest

from rapportpv.word.archive import read_zip
from rapportpv.word.paquet import PaquetIllisibleError, close_paquet, open_paquet
from tests.word.fabrique import dessin, graphique, make_docx, p

GRAPHIQUE = make_docx(dessin("par_pilier"), graphiques=(graphique("Montant"),))


def paquet():
    return open_paquet(read_zip(GRAPHIQUE))


def test_what_is_opened_and_closed_is_the_same():
    ouvert = paquet()
    refait = open_paquet(close_paquet(ouvert))
    assert refait == ouvert


def test_targets_are_absolute_in_memory_and_relative_in_the_file():
    ouvert = paquet()
    (relation,) = ouvert.relations["word/charts/chart1.xml"]
    assert relation.cible == "word/embeddings/classeur1.xlsx"
    rels = close_paquet(ouvert)["word/charts/_rels/chart1.xml.rels"]
    assert b'Target="../embeddings/classeur1.xlsx"' in rels


def test_a_copied_chart_has_its_own_workbook():
    ouvert = paquet()
    copie = ouvert.copy_part("word/charts/chart1.xml")
    (relation,) = ouvert.relations[copie]
    assert copie == "word/charts/chart2.xml"
    assert relation.cible == "word/embeddings/classeur2.xlsx"
    assert ouvert.types[copie] == ouvert.types["word/charts/chart1.xml"]


def test_unreachable_parts_are_pruned():
    ouvert = paquet()
    ouvert.relations["word/document.xml"] = []
    ouvert.prune()
    assert set(ouvert.parts) == {"word/document.xml"}
    assert b"chart1" not in close_paquet(ouvert)["[Content_Types].xml"]


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"[Content_Types].xml": b"pas du xml"},
        {"[Content_Types].xml": b"<Types/>", "_rels/.rels": b"<Relationships/>"},
        read_zip(make_docx(p("a"))) | {"word/document.xml": b"<classeur/>"},
    ],
)
def test_what_is_no_document_is_refused(parts):
    with pytest.raises(PaquetIllisibleError):
        open_paquet(parts)


def test_links_to_the_outside_stay_links_to_the_outside():
    parts = read_zip(GRAPHIQUE)
    lien = (
        b'<Relationship Id="rIdL" Type="http://x/hyperlink" TargetMode="External"'
        b' Target="https://www.exemple.fr/a/../b"/></Relationships>'
    )
    rels = "word/_rels/document.xml.rels"
    parts[rels] = parts[rels].replace(b"</Relationships>", lien)
    refaits = close_paquet(open_paquet(parts))
    assert b'Target="https://www.exemple.fr/a/../b" TargetMode="External"' in refaits[rels]


def test_a_comment_among_the_links_is_no_link():
    parts = read_zip(GRAPHIQUE)
    rels = "word/_rels/document.xml.rels"
    liens = open_paquet(parts).relations["word/document.xml"]
    parts[rels] = parts[rels].replace(b"</Relationships>", b"<!-- ici --></Relationships>")
    assert open_paquet(parts).relations["word/document.xml"] == liens


def test_a_link_that_leads_nowhere_is_no_document():
    parts = read_zip(GRAPHIQUE)
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"Target=", b"Cible=")
    with pytest.raises(PaquetIllisibleError):
        open_paquet(parts)
