"""The page says what the document says: the same words, hence the same figures, in one order."""

import re
import zipfile
from itertools import pairwise

import pytest
from lxml import etree, html

from rapportpv.commands.build import Commande, build_document
from tests.conftest import EXEMPLE

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HORS = (
    "head | //nav | //script | //footer | //details | //svg | //*[@class='lu'] | //*[@class='cle']"
)


def read_docx(chemin):
    """The words of the body, without its table of contents, its drawings and its fields."""
    with zipfile.ZipFile(chemin) as archive:
        racine = etree.fromstring(archive.read("word/document.xml"))
    for controle in racine.iter(f"{W}sdt"):
        if controle.find(f"{W}sdtPr/{W}docPartObj") is not None:
            controle.getparent().remove(controle)
    for nom in ("drawing", "instrText"):
        for element in [*racine.iter(W + nom)]:
            element.getparent().remove(element)
    return [
        "".join(p.itertext(f"{W}t")) for p in racine.iter(f"{W}p") if "".join(p.itertext(f"{W}t"))
    ]


def read_html(chemin):
    """The words that a reader of the page meets after its contents."""
    racine = html.fromstring(chemin.read_bytes())
    for element in racine.xpath(f"//{HORS}"):
        element.drop_tree()
    racine.xpath("//a[@class='evitement']")[0].drop_tree()
    return "".join(racine.itertext())


def squeeze(texte):
    return re.sub(r"\s+", "", texte)


@pytest.fixture(scope="module", params=["rapport", "deliberation"])
def ecrits(request, tmp_path_factory):
    sortie = tmp_path_factory.mktemp("sortie")
    commande = Commande(EXEMPLE, 2022, request.param, sortie, formats=("docx", "html"))
    fabrication = build_document(commande)
    assert fabrication.manque is None
    return fabrication.chemin, fabrication.copies[0][1]


def test_the_page_has_the_words_of_the_document_in_their_order(ecrits):
    docx, page = ecrits
    dits = squeeze("".join(read_docx(docx)))
    lus = squeeze(read_html(page))
    # labels of key figures go beside their values, a row of them after the other in Word
    if "rapport" in docx.name:
        assert sorted(dits) == sorted(lus)
        for paragraphe in read_docx(docx):
            assert squeeze(paragraphe) in lus
    else:
        assert lus.endswith(dits)


def test_the_page_has_the_figures_of_the_document_in_their_order(ecrits):
    docx, page = ecrits
    nombre = re.compile(r"\d[\d\u202f]*(?:,\d+)?(?=\u00a0[€%])")
    dits = nombre.findall("\n".join(read_docx(docx)))
    assert len(dits) > 250 or "deliberation" in docx.name
    assert nombre.findall(read_html(page)) == dits


def test_one_h1_and_no_level_of_heading_is_skipped(ecrits):
    racine = html.fromstring(ecrits[1].read_bytes())
    niveaux = [int(e.tag[1]) for e in racine.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert niveaux.count(1) == 1
    assert all(apres <= avant + 1 for avant, apres in pairwise(niveaux))


def test_nothing_is_asked_of_anybody(ecrits):
    racine = html.fromstring(ecrits[1].read_bytes())
    assert not racine.xpath("//link | //iframe | //script[@src] | //object | //form")
    assert all(i.get("src").startswith("data:") for i in racine.xpath("//img"))
    assert "url(http" not in ecrits[1].read_text("utf-8")


def test_links_of_the_page_lead_somewhere(ecrits):
    racine = html.fromstring(ecrits[1].read_bytes())
    noms = racine.xpath("//@id")
    assert len(noms) == len(set(noms))
    liens = racine.xpath("//a[starts-with(@href, '#')]/@href")
    assert {lien[1:] for lien in liens} <= set(noms)


def test_each_table_has_its_headings_and_each_drawing_its_title(ecrits):
    racine = html.fromstring(ecrits[1].read_bytes())
    assert all(th.get("scope") for th in racine.xpath("//th"))
    for svg in racine.xpath("//svg"):
        assert svg.xpath("title/text()")
        assert svg.get("role") == "img"
    assert len(racine.xpath("//figure//svg[contains(@class, 'graphique')]")) == len(
        racine.xpath("//figure//details//table")
    )


def test_without_its_photographs_the_page_is_light(ecrits):
    nue = re.sub(rb"data:[a-z/]+;base64,[^\"]*", b"", ecrits[1].read_bytes())
    assert len(nue) < 500_000
