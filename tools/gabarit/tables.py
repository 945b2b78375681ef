"""Tables: those of data, with one prototype row, and the rows of key figures."""

import re
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
    small: bool = False

    @property
    def style(self) -> str:
        """The paragraph style of its cells."""
        return f"Tableau{'Petit' * self.small}{'Nombre' if self.number else 'Texte'}"


def data_table(
    columns: Sequence[Column], title: str, summary: str, *, whole: bool = True, dense: bool = False
) -> str:
    """Return a table with a heading row, a prototype row and, if the columns have one, a total row.

    `whole` keeps all of it on one page, for short tables only; `dense` is for long ones.
    """
    total = any(c.total for c in columns)
    body_keep = KEEP if whole else ""
    rows = [
        _row([prose(c.heading, c.style, KEEP) for c in columns], columns, header=True),
        _row([prose(c.cell, c.style, body_keep) for c in columns], columns),
    ]
    if total:
        rows.append(_row([prose(c.total, c.style) for c in columns], columns))
    widths = [c.width for c in columns]
    table = _table("TableauRapport", widths, _texts(title, summary), rows, total=total)
    return _tighten(table) if dense else table


def cross_table(first: Column, others: Column, loop: str, title: str, summary: str) -> str:
    """Return a table whose columns after the first are as many as `loop` has turns.

    It is laid out for as many as fill the page; at build, the widths follow their number.
    """
    columns = (first, others)
    kinds = (("heading", KEEP, True), ("cell", KEEP, False), ("total", "", False))
    rows = [
        _row(
            [prose(getattr(c, kind), c.style, keep) for c in columns],
            columns,
            header=header,
            loop=loop,
        )
        for kind, keep, header in kinds
    ]
    turns = round((TEXT_WIDTH - first.width) / others.width)
    widths = [first.width, *[others.width] * turns]
    return _table("TableauRapport", widths, _texts(title, summary), rows, total=True)


def side_by_side(left: tuple[float, str], right: tuple[float, str]) -> str:
    """Return two cells of layout, without rules: width in mm, blocks."""
    boxes = _flush(_cell(left[1], left[0])) + _cell(right[1], right[0])
    row = f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{boxes}</w:tr>"
    return _table("CoteACote", [left[0], right[0]], "", (row,), total=False)


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


def _tighten(table: str) -> str:
    """Return the table with its rows nearer to each other."""
    sides = "".join(f'<w:{side} w:w="{twips(0.9)}" w:type="dxa"/>' for side in ("top", "bottom"))
    return table.replace("<w:tblLook", f"<w:tblCellMar>{sides}</w:tblCellMar><w:tblLook", 1)


def _texts(title: str, summary: str) -> str:
    return _attribute("tblCaption", title) + _attribute("tblDescription", summary)


def _flush(cell: str) -> str:
    """Return the cell without its left margin, so that its text starts where the prose does."""
    return cell.replace(
        "</w:tcPr>", '<w:tcMar><w:left w:w="0" w:type="dxa"/></w:tcMar></w:tcPr>', 1
    )


def _attribute(name: str, value: str) -> str:
    return f'<w:{name} w:val="{escape(french(value))}"/>'


def _row(
    cells: Sequence[str], columns: Sequence[Column], *, header: bool = False, loop: str = ""
) -> str:
    """Return a row; `loop` repeats its last cell."""
    repeat = "<w:tblHeader/>" if header else ""
    boxes = [_cell(cell, c.width) for cell, c in zip(cells, columns, strict=True)]
    if loop:
        boxes[1:] = [_turn(f"for {loop}"), *(_narrow(box) for box in boxes[1:]), _turn("endfor")]
        boxes[0] = _narrow(boxes[0])
    return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{''.join(boxes)}</w:tr>"


def _cell(content: str, width: float) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def _turn(statement: str) -> str:
    """Return a cell that goes away with the tag that it holds."""
    return _cell(prose(f"{{%tc {statement} %}}", "Balise"), 0)


def _narrow(cell: str) -> str:
    """Return the cell as wide as its column turns out to be, with less room on its sides."""
    sides = "".join(f'<w:{side} w:w="{twips(1.5)}" w:type="dxa"/>' for side in ("left", "right"))
    width = re.compile(r"<w:tcW [^>]*/>")
    return width.sub(f'<w:tcW w:w="0" w:type="auto"/><w:tcMar>{sides}</w:tcMar>', cell, count=1)


def _table(
    style: str, widths: Sequence[float], texts: str, rows: Sequence[str], *, total: bool
) -> str:
    if round(sum(widths), 3) != TEXT_WIDTH:
        raise ValueError(f"{style}: {sum(widths)} mm instead of {TEXT_WIDTH}")
    header = "<w:tblHeader/>" in rows[0]
    first, last = int(header), int(total)
    value = f"0{6:X}{2 * first + 4 * last:X}0"
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
