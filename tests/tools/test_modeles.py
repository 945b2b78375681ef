"""The committed templates are sound: styles, ids, captions, header rows, colours."""

import io
import re
from functools import cache
from itertools import pairwise
from zipfile import ZipFile

import pytest
from lxml import etree

from rapportpv.core.couleur import contrast
from rapportpv.core.settings.charte import FOND
from tools.modele.package import SETTINGS
from tools.modele.parts import TEMPLATES
from tools.modele.typography import printed

MODELES = list(SETTINGS["dossiers"])
LETTRES = ("courrier", "relance")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
TAGS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")


@cache
def parts(name: str) -> dict[str, bytes]:
    with ZipFile(TEMPLATES / f"{name}.docx") as archive:
        return {entry: archive.read(entry) for entry in archive.namelist()}


@cache
def document(name: str) -> etree._Element:
    return etree.fromstring(parts(name)["word/document.xml"])


def prose(name: str) -> str:
    return TAGS.sub("", "\n".join(text.text or "" for text in document(name).iter(f"{W}t")))


@pytest.mark.parametrize("name", MODELES)
def test_no_date_enters_the_archives(name):
    books = [io.BytesIO(c) for part, c in parts(name).items() if part.endswith(".xlsx")]
    assert bool(books) == (name == "rapport")
    for archive in (TEMPLATES / f"{name}.docx", *books):
        with ZipFile(archive) as opened:
            assert {entry.date_time for entry in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("name", MODELES)
def test_every_style_in_use_is_defined_once(name):
    defined = re.findall(rb'w:styleId="(.*?)"', parts(name)["word/styles.xml"])
    assert len(defined) == len(set(defined))
    for part, content in parts(name).items():
        if part.startswith("word/") and part.endswith(".xml"):
            used = set(re.findall(rb'<w:(?:p|r|tbl)Style w:val="(.*?)"', content))
            assert used <= set(defined), part


@pytest.mark.parametrize("name", [*LETTRES, "deliberation"])
def test_word_is_not_asked_to_refresh_what_has_no_contents(name):
    assert b"updateFields" not in parts(name)["word/settings.xml"]


def test_drawings_have_their_own_ids_and_charts_a_description():
    drawings = list(document("rapport").iter(f"{WP}docPr"))
    assert len({drawing.get("id") for drawing in drawings}) == len(drawings)
    named = {drawing.get("name"): drawing.get("descr") for drawing in drawings}
    for chart in SETTINGS["graphiques"]:
        assert named[chart]
        assert len(named[chart]) <= 200  # tags and all: what is printed is cut at 150


def test_no_cell_and_no_paragraph_is_empty():
    for paragraph in document("rapport").iter(f"{W}p"):
        drawn = next(paragraph.iter(f"{W}drawing"), None) is not None
        assert drawn or "".join(paragraph.itertext()).strip()


def test_data_tables_have_a_heading_row_a_title_and_widths_that_add_up():
    tables = [
        table
        for table in document("rapport").iter(f"{W}tbl")
        if table.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val") == "TableauRapport"
    ]
    assert tables
    for table in tables:
        assert table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
        assert table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val")
        rows = table.findall(f"{W}tr")
        assert len(table.findall(f"{W}tr/{W}trPr/{W}cantSplit")) == len(rows)
        look = table.find(f"{W}tblPr/{W}tblLook")
        assert (look.get(f"{W}firstRow"), look.get(f"{W}lastRow")) == ("1", str(len(rows) - 2))
        columns = [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
        assert sum(columns) == int(table.find(f"{W}tblPr/{W}tblW").get(f"{W}w"))


def test_every_table_and_figure_has_its_caption():
    """A caption stands before each table of data, each chart and each drawing of the body."""
    styles = {f"{W}p": f"{W}pPr/{W}pStyle", f"{W}tbl": f"{W}tblPr/{W}tblStyle"}
    blocks = [
        (style.get(f"{W}val"), "".join(element.itertext()))
        for element in document("rapport").find(f"{W}body")
        if element.tag in styles and (style := element.find(styles[element.tag])) is not None
    ]
    seen = [(style, text) for style, text in blocks if "{%p" not in text]
    for (before, earlier), (style, text) in pairwise(seen):
        if style == "TableauRapport" or (
            style == "Figure" and "f." not in text and "charte." not in text
        ):
            if "identite." in text:  # the first thing under the heading that names the place
                continue
            other_form = before == style and (style == "TableauRapport" or earlier == text)
            assert before == "Caption" or other_form, text


def test_no_year_nor_amount_is_written_in_the_report():
    assert not re.search(r"\d{3}", prose("rapport").replace("100,0", ""))


def test_only_the_law_s_own_numbers_are_written_in_the_deliberation():
    numbers = set(re.findall(r"[\d-]*\d{3}[\d-]*", prose("deliberation")))
    assert numbers == {"2015-1118", "2015", "2014-173", "2014", "1111-2", "1811-2"}


def test_headings_of_the_deliberation_follow_each_other_and_the_first_is_the_title():
    xml, styles = (
        parts("deliberation")["word/document.xml"],
        parts("deliberation")["word/styles.xml"],
    )
    used = re.findall(rb'<w:pStyle w:val="(Deliberation(?:Titre|Partie))"', xml)
    assert used[0] == b"DeliberationTitre"
    assert set(used[1:]) == {b"DeliberationPartie"}
    bases = dict(re.findall(rb'styleId="(Deliberation\w+)">.*?basedOn w:val="(\w+)"', styles))
    assert bases[b"DeliberationTitre"] == b"Heading1"
    assert bases[b"DeliberationPartie"] == b"Heading2"


@pytest.mark.parametrize("name", MODELES)
def test_colours_all_come_from_the_theme(name):
    for content in (parts(name)["word/styles.xml"], parts(name)["word/document.xml"]):
        for element in etree.fromstring(content).iter(f"{W}color", f"{W}shd"):
            assert element.get(f"{W}themeColor") or element.get(f"{W}themeFill")
    charts = [c for part, c in parts(name).items() if part.startswith("word/charts/chart")]
    assert not any(b"srgbClr" in chart for chart in charts)


def test_a_chart_and_its_workbook_hold_the_same_points():
    for number in range(1, len(SETTINGS["graphiques"]) + 1):
        book = parts("rapport")[f"word/embeddings/Microsoft_Excel_Worksheet{number}.xlsx"]
        with ZipFile(io.BytesIO(book)) as opened:
            sheet = opened.read("xl/worksheets/sheet1.xml").decode()
        cache_xml = parts("rapport")[f"word/charts/chart{number}.xml"].decode()
        points = re.findall(r"<c:pt [^>]*><c:v>(.*?)</c:v>", cache_xml)
        assert points
        for point in points:
            assert f">{point}<" in sheet


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("l'axe", "l\u2019axe"),
        ("« {{ x['a'] }} » :", "«\u00a0{{ x['a'] }}\u00a0»\u00a0:"),
        ("{% if a %} ;", "{% if a %}\u202f;"),
        ("100,0 %", "100,0\u00a0%"),
    ],
)
def test_french_typography_leaves_tags_alone(typed, shown):
    assert printed(typed) == shown


def slots() -> dict[str, str]:
    """The colours of the theme, by their slot."""
    theme = parts("rapport")["word/theme/theme1.xml"].decode()
    return dict(re.findall(r'<a:(\w+)>\s*<a:srgbClr val="(\w{6})"/>\s*</a:\1>', theme))


@pytest.mark.parametrize(
    ("slot", "ground", "least"),
    [
        *((slot, "lt1", 4.5) for slot in ("dk1", "dk2", "accent1", "accent2")),
        *((slot, "lt2", 4.5) for slot in ("dk1", "dk2", "accent1", "accent2")),
        *(("lt1", slot, 4.5) for slot in ("accent1", "accent2")),
        *((slot, "lt1", 3) for slot in ("accent3", "accent4", "accent6")),
    ],
)
def test_what_is_written_or_drawn_is_seen_on_its_ground(slot, ground, least):
    assert contrast(slots()[slot], slots()[ground]) >= least


def test_the_ground_of_headings_is_what_a_charter_is_held_against():
    assert slots()["lt2"] == FOND
    styles = parts("rapport")["word/styles.xml"].decode()
    heading = styles.split('w:styleId="TableauRapport"')[1].split('w:type="firstRow"')[1]
    fill = f'w:fill="{FOND}" w:themeFill="background2"'
    assert heading.split("</w:tblStylePr>")[0].count(fill) == 1


@pytest.mark.parametrize("name", [*LETTRES, "deliberation", "rapport"])
def test_beside_the_name_of_a_slot_stands_its_colour(name):
    """Readers without themes, LibreOffice among them, take the value that stands beside."""
    names = {"text1": "dk1", "background1": "lt1", "text2": "dk2", "background2": "lt2"}
    named = re.compile(r'w:(?:val|color|fill)="([0-9A-F]{6})" w:theme(?:Color|Fill)="(\w+)"')
    for part, content in parts(name).items():
        if part.startswith("word/") and part.endswith(".xml"):
            for value, slot in named.findall(content.decode()):
                assert slots()[names.get(slot, slot)] == value, part


def test_bars_are_in_colours_that_are_seen_as_they_are():
    """Half of a colour, lighter than its slot, would be under 3 on the page."""
    charts = [parts("rapport")[name] for name in parts("rapport") if "charts/chart" in name]
    charts = [chart.decode() for chart in charts if b"barChart" in chart]
    assert len(charts) == len(SETTINGS["graphiques"])
    for chart in charts:
        fills = set(re.findall(r"<c:spPr>\s*<a:solidFill>\s*<a:schemeClr val=\"(\w+)\"", chart))
        assert fills <= {"accent1", "accent3", "accent6", "bg1", "bg2"}  # hollow; break
        assert "lumMod" not in chart.split("</c:ser>")[0]


def test_the_map_stays_with_its_mention():
    """What a reader must know of the map is on its page."""
    blocks = [
        block
        for block in document("rapport").find(f"{W}body")
        if "{%p" not in "".join(block.itertext())
    ]
    [rank] = [n for n, b in enumerate(blocks) if "dessins.carte.mention" in "".join(b.itertext())]
    assert "dessins.carte" in "".join(blocks[rank - 1].itertext())
    assert blocks[rank - 1].find(f"{W}pPr/{W}keepNext") is not None
