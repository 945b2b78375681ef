"""The .docx package: its parts, their types and how they point at each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from . import furniture, lists, properties
from .archive import DECLARATION, pack
from .charts import Chart, chart_space
from .style import Style
from .styles import styles
from .theme import theme
from .units import MARGIN, twips

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_TYPE = "application/vnd.openxmlformats"
_WORD_TYPE = f"{_TYPE}-officedocument.wordprocessingml"

# Of each part beside the document: its relationship, its content type.
_PARTS = {
    "styles.xml": ("styles", f"{_WORD_TYPE}.styles+xml"),
    "settings.xml": ("settings", f"{_WORD_TYPE}.settings+xml"),
    "numbering.xml": ("numbering", f"{_WORD_TYPE}.numbering+xml"),
    "fontTable.xml": ("fontTable", f"{_WORD_TYPE}.fontTable+xml"),
    "theme/theme1.xml": ("theme", f"{_TYPE}-officedocument.theme+xml"),
    "header1.xml": ("header", f"{_WORD_TYPE}.header+xml"),
    "header2.xml": ("header", f"{_WORD_TYPE}.header+xml"),
    "footer1.xml": ("footer", f"{_WORD_TYPE}.footer+xml"),
}
_CHART_TYPE = f"{_TYPE}-officedocument.drawingml.chart+xml"
_SHEET_TYPE = f"{_TYPE}-officedocument.spreadsheetml.sheet"


def _identifier(part: str) -> str:
    return f"rId{list(_PARTS).index(part) + 1}"


def _section() -> str:
    """Return the report's section; its first page, the contents, has no section title yet."""
    side = twips(MARGIN)
    return (
        f'<w:sectPr><w:headerReference w:type="first" r:id="{_identifier("header1.xml")}"/>'
        f'<w:headerReference w:type="default" r:id="{_identifier("header2.xml")}"/>'
        f'<w:footerReference w:type="first" r:id="{_identifier("footer1.xml")}"/>'
        f'<w:footerReference w:type="default" r:id="{_identifier("footer1.xml")}"/>'
        f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="{twips(25)}" w:right="{side}"'
        f' w:bottom="{side}" w:left="{side}" w:header="{twips(11)}" w:footer="{twips(10)}"'
        ' w:gutter="0"/><w:titlePg/></w:sectPr>'
    )


def _document(body: str) -> str:
    compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    shape = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    return (
        f'<w:document xmlns:w="{_W}" xmlns:r="{_OFFICE}" xmlns:a="{_DRAWING}/main"'
        f' xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:c="{_DRAWING}/chart"'
        f' xmlns:mc="{compatibility}" xmlns:wps="{shape}">'
        f"<w:body>{body}{_section()}</w:body></w:document>"
    )


def _relationships(rows: Sequence[tuple[str, str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="{identifier}" Type="{kind}" Target="{target}"/>'
        for identifier, kind, target in rows
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _content_types(charts: Sequence[Chart]) -> str:
    overrides = {
        "word/document.xml": f"{_WORD_TYPE}.document.main+xml",
        **{f"word/{name}": kind for name, (_, kind) in _PARTS.items()},
        **{f"word/charts/chart{c.number}.xml": _CHART_TYPE for c in charts},
        "docProps/core.xml": f"{_TYPE}-package.core-properties+xml",
        "docProps/app.xml": f"{_TYPE}-officedocument.extended-properties+xml",
    }
    lines = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        f' ContentType="{_TYPE}-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="xlsx" ContentType="{_SHEET_TYPE}"/>{lines}</Types>'
    )


def _package_relationships() -> str:
    return _relationships(
        [
            ("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
            ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("rId3", f"{_OFFICE}/extended-properties", "docProps/app.xml"),
        ]
    )


def _document_relationships(charts: Sequence[Chart]) -> str:
    parts = [(_identifier(name), f"{_OFFICE}/{kind}", name) for name, (kind, _) in _PARTS.items()]
    drawn = [
        (f"rIdChart{c.number}", f"{_OFFICE}/chart", f"charts/chart{c.number}.xml") for c in charts
    ]
    return _relationships(parts + drawn)


def _chart_parts(chart: Chart) -> dict[str, bytes]:
    name = f"Microsoft_Excel_Worksheet{chart.number}.xlsx"
    link = _relationships([("rId1", f"{_OFFICE}/package", f"../embeddings/{name}")])
    return {
        f"word/charts/chart{chart.number}.xml": _encode(chart_space(chart)),
        f"word/charts/_rels/chart{chart.number}.xml.rels": _encode(link),
        f"word/embeddings/{name}": chart.workbook,
    }


def _encode(xml: str) -> bytes:
    return (DECLARATION + xml).encode()


@dataclass(frozen=True)
class Furniture:
    """The header of the first page, that of the others, and the footer."""

    first_header: str
    header: str
    footer: str


REPORT = Furniture(furniture.header(section=False), furniture.header(), furniture.footer())


def build(  # noqa: PLR0913
    body: str,
    charts: Sequence[Chart],
    around: Furniture = REPORT,
    *,
    title: str = properties.TITLE,
    more_styles: Sequence[Style] = (),
    refresh: bool = True,
) -> bytes:
    """Return the bytes of a template made of `body` and its charts."""
    parts = {
        "[Content_Types].xml": _content_types(charts),
        "_rels/.rels": _package_relationships(),
        "word/document.xml": _document(body),
        "word/_rels/document.xml.rels": _document_relationships(charts),
        "word/styles.xml": styles(more_styles),
        "word/settings.xml": properties.settings(refresh=refresh),
        "word/numbering.xml": lists.numbering(),
        "word/fontTable.xml": properties.fonts(),
        "word/theme/theme1.xml": theme(),
        "word/header1.xml": around.first_header,
        "word/header2.xml": around.header,
        "word/footer1.xml": around.footer,
        "docProps/core.xml": properties.core(title),
        "docProps/app.xml": properties.application(),
    }
    encoded = {name: _encode(xml) for name, xml in parts.items()}
    for chart in charts:
        encoded |= _chart_parts(chart)
    return pack(encoded)
