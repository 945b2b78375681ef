"""Tables: those of data, with one prototype row, and the rows of key figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from .markup import text as prose
from .typography import french
from .units import TEXT_WIDTH, twips

KEEP = "<w:keepNext/>"


@dataclass(frozen=True)
class Column:
    """A column of a data table: its heading, its prototype cell and its total."""

    heading: str
    width: float
    cell: str
    total: str
    number: bool = False

    @property
    def style(self) -> str:
        """The paragraph style of its cells."""
        return "TableauNombre" if self.number else "TableauTexte"


def data_table(columns: Sequence[Column], title: str, summary: str, *, whole: bool = True) -> str:
    """Return a table with a heading row, a prototype row and a total row.

    `whole` keeps all of it on one page: for short tables only.
    """
    body_keep = KEEP if whole else ""
    rows = (
        _row([prose(c.heading, c.style, KEEP) for c in columns], columns, header=True),
        _row([prose(c.cell, c.style, body_keep) for c in columns], columns),
        _row([prose(c.total, c.style) for c in columns], columns),
    )
    texts = _attribute("tblCaption", title) + _attribute("tblDescription", summary)
    return _table("TableauRapport", [c.width for c in columns], texts, rows, total=True)


def key_figures(*figures: tuple[float, str, str]) -> str:
    """Return a row of large figures: width in mm, figure, what it counts."""
    widths = [width for width, _, _ in figures]
    cells = [
        prose(figure, "ChiffreCle") + prose(label, "LegendeChiffre") for _, figure, label in figures
    ]
    boxes = [_cell(cell, width) for cell, width in zip(cells, widths, strict=True)]
    boxes[0] = _flush(boxes[0])
    row = f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(boxes)}</w:tr>"
    return _table("ChiffresCles", widths, "", (row,), total=False)


def _flush(cell: str) -> str:
    """Return the cell without its left margin, so that its text starts where the prose does."""
    return cell.replace(
        "</w:tcPr>", '<w:tcMar><w:left w:w="0" w:type="dxa"/></w:tcMar></w:tcPr>', 1
    )


def _attribute(name: str, value: str) -> str:
    return f'<w:{name} w:val="{escape(french(value))}"/>'


def _row(cells: Sequence[str], columns: Sequence[Column], *, header: bool = False) -> str:
    repeat = "<w:tblHeader/>" if header else ""
    boxes = "".join(_cell(cell, c.width) for cell, c in zip(cells, columns, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{boxes}</w:tr>"


def _cell(content: str, width: float) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def _table(
    style: str, widths: Sequence[float], texts: str, rows: Sequence[str], *, total: bool
) -> str:
    if round(sum(widths), 3) != TEXT_WIDTH:
        raise ValueError(f"{style}: {sum(widths)} mm instead of {TEXT_WIDTH}")
    first, last, value = ("1", "1", "0660") if total else ("0", "0", "0600")
    look = (
        f'<w:tblLook w:val="{value}" w:firstRow="{first}" w:lastRow="{last}" w:firstColumn="0"'
        ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    )
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>'
        f'<w:tblW w:w="{sum(map(twips, widths))}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"{look}{texts}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
