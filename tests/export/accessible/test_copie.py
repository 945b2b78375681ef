"""What LibreOffice is given: contents with room for numbers, drawings that can be found again."""

import pytest

from rapportpv.core.zip import write_zip
from rapportpv.export.accessible.copie import MARQUE, Dessin, copy_document
from rapportpv.export.accessible.ooxml import W, parse, w
from rapportpv.export.accessible.sommaire import DEBUT

NS = (
    f'xmlns:w="{W}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:c="c" xmlns:wps="s" xmlns:wpg="g" xmlns:adec="d"'
)
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Figure"><w:name w:val="Figure"/></w:style>'
)


def copy(corps: str):
    document = f"<w:document {NS}><w:body>{corps}</w:body></w:document>".encode()
    styles = f"<w:styles {NS}>{STYLES}</w:styles>".encode()
    return copy_document(write_zip({"word/document.xml": document, "word/styles.xml": styles}))


def drawing(dedans: str, attributs: str = 'descr="Un bassin"', cadre: str = "inline", suite=""):
    identite = f"<wp:docPr {attributs}>{suite}</wp:docPr>"
    return f"<w:r><w:drawing><wp:{cadre}>{identite}{dedans}</wp:{cadre.split(maxsplit=1)[0]}></w:drawing></w:r>"


def entry(ancre: str, page: str = "") -> str:
    return f'<w:p><w:hyperlink w:anchor="{ancre}"><w:r><w:t>Titre</w:t></w:r>{page}</w:hyperlink></w:p>'


def contents(*entrees: str) -> str:
    def marque(sorte: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{sorte}"/></w:r>'

    code = '<w:r><w:instrText> TOC \\o "1-2" </w:instrText></w:r>'
    debut = f"<w:p>{marque('begin')}{code}{marque('separate')}</w:p>"
    return f"{debut}{''.join(entrees)}<w:p>{marque('end')}</w:p>"


@pytest.mark.parametrize(
    ("dessin", "lu"),
    [
        (drawing("<c:chart/>"), Dessin("Un bassin")),
        (drawing("<c:chart/>", 'title="Le titre"'), Dessin("Le titre")),
        (drawing("<wpg:wgp><wps:wsp/><wps:wsp/></wpg:wgp>"), Dessin("Un bassin", 2)),
        (
            drawing("<wps:wsp/>", "", suite='<adec:decorative val="1"/>'),
            Dessin("", 1, decor=True),
        ),
        (
            drawing("<wps:wsp/>", "", 'anchor behindDoc="1"'),
            Dessin("", 1, decor=True, derriere=True),
        ),
        (drawing("<wps:wsp/>", ""), Dessin("", 1)),
    ],
)
def test_a_drawing_is_found_by_the_style_of_its_paragraph(dessin, lu):
    copie = copy(f"<w:p><w:r><w:t>Avant</w:t></w:r></w:p><w:p>{dessin}</w:p>")
    assert copie.dessins == {f"{MARQUE}1": [lu]}
    corps, styles = (parse(copie.parts[f"word/{nom}.xml"]) for nom in ("document", "styles"))
    portes = [p.find(f"{w('pPr')}/{w('pStyle')}") for p in corps.iter(w("p"))]
    assert [None if p is None else p.get(w("val")) for p in portes] == [None, f"{MARQUE}1"]
    base = styles[-1].find(w("basedOn"))
    assert base.get(w("val")) == "Normal"


def test_no_style_is_called_as_a_tag():
    noms = parse(copy("<w:p/>").parts["word/styles.xml"]).iter(w("name"))
    assert [nom.get(w("val")) for nom in noms] == ["Normal", "Style Figure"]


def test_the_first_row_of_a_table_said_to_have_one_is_a_header():
    rangee = "<w:tr><w:tc><w:p/></w:tc></w:tr>"
    tables = (
        f'<w:tbl><w:tblPr><w:tblLook w:firstRow="{dit}"/></w:tblPr>{rangee * nombre}</w:tbl>'
        for dit, nombre in ((1, 3), (0, 3), (1, 1))
    )
    corps = parse(copy("".join(tables)).parts["word/document.xml"])
    assert [len(list(t.iter(w("tblHeader")))) for t in corps.iter(w("tbl"))] == [1, 0, 0]


def numbers(copie, pages):
    copie.sommaire.fill(pages)
    return [texte.text for _, texte in copie.sommaire.numeros]


def test_the_numbers_are_those_of_the_pages():
    copie = copy(contents(entry("_Toc1"), entry("_Toc2"), entry("_Perdu")))
    assert b"_Toc1" in copie.pack()
    assert numbers(copie, {"5FToc1": 3, "5FToc2": 104}) == ["3", "104", ""]
    assert copie.sommaire.fill({"5FToc1": 3, "5FToc2": 104}) is False, "nothing more to write"
    assert copie.sommaire.fill({"5FToc1": 4, "5FToc2": 104}) is True


def test_what_word_computed_is_replaced():
    champ = "<w:r><w:tab/></w:r>" + "".join(
        f"<w:r>{d}</w:r>"
        for d in (
            '<w:fldChar w:fldCharType="begin"/>',
            "<w:instrText> PAGEREF _Toc1 </w:instrText>",
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>99</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    copie = copy(contents(entry("_Toc1", champ), entry("_Toc2")))
    assert numbers(copie, {"5FToc1": 3, "5FToc2": 4}) == ["3", "4"]
    assert b"99" not in copie.pack()


def test_a_section_may_start_again_or_not_be_in_figures():
    def section(numeros: str) -> str:
        return f"<w:p><w:pPr><w:sectPr>{numeros}</w:sectPr></w:pPr></w:p>"

    corps = (
        section('<w:pgNumType w:fmt="lowerRoman"/>')
        + contents(entry("a"), entry("b"), entry("c"))
        + section("")
        + "<w:p/>"
        + '<w:sectPr><w:pgNumType w:start="1"/></w:sectPr>'
    )
    copie = copy(corps)
    debut = DEBUT.replace("_", "5F")
    debuts = {f"{debut}{rang}": page for rang, page in enumerate((1, 3, 5))}
    assert numbers(copie, {**debuts, "a": 2, "b": 4, "c": 7}) == ["", "4", "3"]


def test_links_elsewhere_are_no_contents():
    assert copy(entry("_Toc1")).sommaire is None
