"""The committed templates are what ``python -m tools.gabarit`` writes, and are sound."""

import io
import re
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from tools.gabarit import package, rapport
from tools.gabarit.__main__ import BUILDERS, TEMPLATES
from tools.gabarit.charts import Chart
from tools.gabarit.markup import runs
from tools.gabarit.tables import Column, cross_table, key_figures
from tools.gabarit.typography import french

COMMITTED = Path(__file__).parents[2] / "templates" / "rapport.docx"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
TAGS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")


@pytest.fixture(scope="module")
def written() -> bytes:
    return package.build(rapport.BODY, rapport.CHARTS)


@pytest.fixture(scope="module")
def parts(written: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(written)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def document(parts: dict[str, bytes]) -> etree._Element:
    return etree.fromstring(parts["word/document.xml"])


def test_the_committed_template_is_what_the_script_writes(written: bytes) -> None:
    assert COMMITTED.read_bytes() == written, "run: python -m tools.gabarit"


@pytest.mark.parametrize("name", BUILDERS)
def test_every_committed_template_is_what_the_script_writes(name: str) -> None:
    assert (TEMPLATES / f"{name}.docx").read_bytes() == BUILDERS[name](), "python -m tools.gabarit"


@pytest.mark.parametrize("name", ["courrier", "relance"])
def test_letters_use_defined_styles_and_do_not_ask_to_be_refreshed(name: str) -> None:
    with ZipFile(io.BytesIO(BUILDERS[name]())) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    defined = set(re.findall(rb'w:styleId="(.*?)"', parts["word/styles.xml"]))
    used = set(re.findall(rb'<w:(?:p|r|tbl)Style w:val="(.*?)"', parts["word/document.xml"]))
    assert used <= defined
    assert b"updateFields" not in parts["word/settings.xml"]


def test_no_date_enters_the_archives(written: bytes, parts: dict[str, bytes]) -> None:
    books = [content for name, content in parts.items() if name.endswith(".xlsx")]
    assert len(books) == len(rapport.CHARTS)
    for archive in (written, *books):
        with ZipFile(io.BytesIO(archive)) as opened:
            assert {entry.date_time for entry in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_style_in_use_is_defined(parts: dict[str, bytes]) -> None:
    defined = set(re.findall(rb'w:styleId="(.*?)"', parts["word/styles.xml"]))
    for name, content in parts.items():
        if name.startswith("word/") and name.endswith(".xml"):
            used = set(re.findall(rb'<w:(?:p|r|tbl)Style w:val="(.*?)"', content))
            assert used <= defined, name


def test_drawings_have_their_own_ids_and_charts_a_description(document: etree._Element) -> None:
    drawings = list(document.iter(f"{WP}docPr"))
    assert len({drawing.get("id") for drawing in drawings}) == len(drawings)
    named = {drawing.get("name"): drawing.get("descr") for drawing in drawings}
    for chart in rapport.CHARTS:
        assert named[chart.name]
        assert len(named[chart.name]) <= 80


def test_no_cell_and_no_paragraph_is_empty(document: etree._Element) -> None:
    for paragraph in document.iter(f"{W}p"):
        drawn = next(paragraph.iter(f"{W}drawing"), None) is not None
        assert drawn or "".join(paragraph.itertext()).strip()


def test_data_tables_have_a_heading_row_a_title_and_widths_that_add_up(
    document: etree._Element,
) -> None:
    tables = [
        table
        for table in document.iter(f"{W}tbl")
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


def test_no_year_nor_amount_is_written_in_the_template(document: etree._Element) -> None:
    prose = TAGS.sub("", "\n".join(text.text or "" for text in document.iter(f"{W}t")))
    assert not re.search(r"\d{3}", prose.replace("100,0", ""))


def test_every_table_and_figure_has_its_caption(document: etree._Element) -> None:
    """A caption stands before each table of data, each chart and each drawing of the body."""
    styles = {f"{W}p": f"{W}pPr/{W}pStyle", f"{W}tbl": f"{W}tblPr/{W}tblStyle"}
    blocks = [
        (style.get(f"{W}val"), "".join(element.itertext()))
        for element in document.find(f"{W}body")
        if element.tag in styles and (style := element.find(styles[element.tag])) is not None
    ]
    seen = [(style, text) for style, text in blocks if "{%p" not in text]
    for (before, _), (style, text) in pairwise(seen):
        if style == "TableauRapport" or (style == "Figure" and "f." not in text):
            assert before in {"Caption", "TableauRapport"}, text  # or another form of that table


def test_the_columns_of_a_cross_table_repeat_in_each_row() -> None:
    names = ("Financeur", "{{ t.financeur }}", "Total")
    first = Column(names[0], 83, *names[1:])
    others = Column("{{ c.libelle }}", 83, "{{ t[c.nom] }}", "{{ t.total[c.nom] }}", number=True)
    xml = cross_table(first, others, "c in t.colonnes", "T", "D")
    assert xml.count("{%tc for c in t.colonnes %}") == xml.count("{%tc endfor %}") == 3


def test_colours_all_come_from_the_theme(parts: dict[str, bytes]) -> None:
    for content in (parts["word/styles.xml"], parts["word/document.xml"]):
        for element in etree.fromstring(content).iter(f"{W}color", f"{W}shd"):
            assert element.get(f"{W}themeColor") or element.get(f"{W}themeFill")
    assert b"srgbClr" not in parts["word/charts/chart1.xml"]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("l'axe", "l\u2019axe"),
        ("« {{ x['a'] }} » :", "«\u00a0{{ x['a'] }}\u00a0»\u00a0:"),
        ("{% if a %} ;", "{% if a %}\u202f;"),
        ("100,0 %", "100,0\u00a0%"),
    ],
)
def test_french_typography_leaves_tags_alone(typed: str, printed: str) -> None:
    assert french(typed) == printed


def test_two_stars_make_strong_runs() -> None:
    assert runs("a **b** c").count('<w:rStyle w:val="Strong"/>') == 1


def test_a_row_of_figures_must_fill_the_width() -> None:
    with pytest.raises(ValueError, match="166"):
        key_figures((10, "1", "un"), (20, "2", "deux"))


def test_a_chart_and_its_workbook_hold_the_same_points(parts: dict[str, bytes]) -> None:
    chart: Chart
    for chart in rapport.CHARTS:
        with ZipFile(io.BytesIO(chart.workbook)) as book:
            sheet = book.read("xl/worksheets/sheet1.xml").decode()
        cache = parts[f"word/charts/chart{chart.number}.xml"].decode()
        for label, value in chart.points:
            assert f"<t>{label}</t>" in sheet
            assert f"<c:v>{label}</c:v>" in cache
            assert f"<v>{value}</v>" in sheet
            assert f"<c:v>{value}</c:v>" in cache
