"""The text of a template, made into the body of a Word document: a line a block."""

import re
from collections import deque
from collections.abc import Sequence
from html import escape

from .parts import piece
from .typography import TAG, printed

RAW = "@xml "
NEXT, END = "[puis]", "[fin]"
TEXT_WIDTH = 166  # mm
_COMMAND = re.compile(r"\[([a-z0-9-]+)(?: (.*))?\]")
_LONE_TAG = re.compile(r"\{%p (?:(?!%\}).)* %\}")
_STYLED = re.compile(r"^(?=[A-Z+])([A-Z]\w*)?(?: ?\+([a-z-]+))?:(?: (.*))?$|^(.*)$")
_CAPTION = re.compile(r"(\w+) ‹SEQ \1›\. ")
_INLINE = re.compile(rf"{TAG}|\\.|(\*\*)|‹((?:{TAG}|\\.|[^\\›])*)›")
_COLUMN = re.compile(rf"(?:{TAG}|\\.|[^|])+")
_KEEP = "<w:keepNext/>"
_NEAR, _FAR, _SMALL = 51, 150, 80  # twips: above and below words, and beside small letters


def write(text: str) -> str:
    """Return the XML of the blocks that a text says."""
    lines = deque(line for raw in text.split("\n") if (line := raw.strip(" ")))
    body = _blocks(lines)
    if lines:
        raise ValueError(f"{lines[0]} closes nothing")
    return body


def twips(millimetres: float) -> int:
    """Return twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def _blocks(lines: deque[str]) -> str:
    """Return the blocks of these lines, up to the end of a hole."""
    blocks = ""
    while lines and lines[0] not in {NEXT, END}:
        line = lines.popleft()
        try:
            blocks += _block(line, lines)
        except Exception as fault:
            fault.add_note(line)
            raise
    return blocks


def _block(line: str, lines: deque[str]) -> str:
    """Return the block that this line says, with those of `lines` that belong to it."""
    if line.startswith(RAW):
        return line.removeprefix(RAW)
    if _LONE_TAG.fullmatch(line):
        return piece("balise", marque=escape(line, quote=False))
    command = _COMMAND.fullmatch(line)
    if command is None:
        style, properties, words, plain = _STYLED.findall(line)[0]
        return _paragraph(words or plain, style, piece(properties) if properties else "")
    if command[1] != "tableau":
        return re.sub("@[0-9]@", lambda _: _hole(lines), piece(command[1]))
    rows = []
    while lines and lines[0].startswith("|"):
        rows.append(_columns(lines.popleft().strip("|")))
    return _table(command[2], rows)


def _hole(lines: deque[str]) -> str:
    """Return the blocks that fill a hole of a piece, and leave the line that ends them."""
    blocks = _blocks(lines)
    lines.popleft()
    return blocks


def _columns(source: str) -> list[str]:
    """Return what stands between the bars that are in no tag."""
    return [column.strip(" ") for column in _COLUMN.findall(source)]


def _paragraph(source: str, style: str, properties: str = "") -> str:
    """Return a paragraph; `properties` go after the style."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    both = f"<w:pPr>{named}{properties}</w:pPr>" if named + properties else ""
    return f"<w:p>{both}{_runs(source.replace('****', '').strip(' '))}</w:p>"


def _runs(source: str) -> str:
    """Return the runs of prose: ``**strong**``, ``‹Style words›``, ``‹piece›``, ``‹graphique …›``.

    «‹SEQ name›» is numbered by Word; «Tableau ‹SEQ Tableau›. » opens a caption.
    """
    caption = _CAPTION.match(source)
    runs, style = (piece("numero", nom=caption[1]) if caption else ""), ""
    start = caption.end() if caption else 0
    for found in _INLINE.finditer(source, start):
        strong, inline = found.groups()
        if strong or inline is not None:
            runs += _run(source[start : found.start()], style) + ("" if strong else _inline(inline))
            start = found.end()
            style = "Strong" * (not style) if strong else style
    return runs + _run(source[start:], style)


def _run(source: str, style: str) -> str:
    named = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    words = escape(printed(source), quote=False)
    return f'<w:r>{named}<w:t xml:space="preserve">{words}</w:t></w:r>' if words else ""


def _inline(source: str) -> str:
    name, space, rest = source.partition(" ")
    if name == "SEQ":
        return piece("sequence", nom=rest)
    if name != "graphique":
        return _run(rest, name) if space else piece(name)
    # «?name?» stands for its number, known once the whole text is read.
    size, description = (escape(printed(column)) for column in _columns(rest))
    name, height = size.split(" ")
    emu = round(float(height) * 36000)
    return piece("graphique", nom=name, hauteur=emu, description=description)


def _table(options: str, rows: list[list[str]]) -> str:
    """Return a table: a row of headings, a prototype row and, if there is one, a total row.

    In the headings, «>» marks a column of numbers. «long» may go on over pages, «serre» has
    its rows near to each other, «aere» far apart, «petit» small letters, «etroit» something else
    beside it.
    """
    head, title, summary = (escape(printed(column)) for column in _columns(options))
    style, *words = head.split(" ")
    widths = [float(word) for word in words if not word.isalpha()]
    if "etroit" not in words and abs(sum(widths) - TEXT_WIDTH) > 0.1:
        raise ValueError(f"{sum(widths):g} mm instead of {TEXT_WIDTH}")
    kinds = ["Nombre" if heading.endswith(" >") else "Texte" for heading in rows[0]]
    styles = [f"Tableau{'Petit' * ('petit' in words)}{kind}" for kind in kinds]
    headings = [heading.removesuffix(" >") for heading in rows[0]]
    total = int(len(rows) > 2)
    keeps = [_KEEP * ("long" not in words)] * (len(rows) - 1 - total) + [""] * total
    made = [_row(headings, widths, styles, _KEEP, "<w:tblHeader/>")]
    made += [_row(row, widths, styles, k) for row, k in zip(rows[1:], keeps, strict=True)]
    middle = '<w:vAlign w:val="center"/>' * ("aere" in words)
    return piece(
        "tableau",
        style=style,
        largeur=sum(map(twips, widths)),
        marges=_margins(words),
        total=total,
        parties=f"{0xA + 4 * total:X}",
        titre=title,
        resume=summary,
        grille="".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths),
        lignes="".join(made).replace("</w:tcPr>", f"{middle}</w:tcPr>"),
    )


def _margins(words: Sequence[str]) -> str:
    """Return the margins of the cells of a table, where they are not those of its style."""
    over = _NEAR * ("serre" in words) + _FAR * ("aere" in words)
    beside = _SMALL * ("petit" in words)
    sides = {"top": over, "left": beside, "bottom": over, "right": beside}
    made = [f'<w:{side} w:w="{size}" w:type="dxa"/>' for side, size in sides.items() if size]
    return piece("tableau-marges", cotes="".join(made)) if made else ""


def _row(
    cells: Sequence[str], widths: Sequence[float], styles: Sequence[str], keep: str, head: str = ""
) -> str:
    """Return a row; where a tag repeats cells, each is as wide as its column turns out to be."""
    tags = [cell.startswith("{%tc ") for cell in cells]
    widths = [0] * len(cells) if any(tags) else widths
    made = ""
    for cell, width, style, tag in zip(cells, widths, styles, tags, strict=True):
        kind, margins = ("auto", piece("cellule-repetee")) if any(tags) and not tag else ("dxa", "")
        size = f'<w:tcW w:w="{twips(width)}" w:type="{kind}"/>'
        own, _, words, plain = _STYLED.findall(cell)[0]
        content = _paragraph(words or plain, "Balise" if tag else own or style, "" if tag else keep)
        made += f"<w:tc><w:tcPr>{size}{margins}</w:tcPr>{content}</w:tc>"
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{made}</w:tr>"
