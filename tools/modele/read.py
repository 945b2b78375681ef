"""The text that a Word document says: the inverse of `write`.

A block is guessed, and the guess written: if that is not the block, it stays as a line of XML.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from html import unescape
from typing import Any

from lxml import etree

from rapportpv.core.zip import read_zip

from .clean import clean
from .parts import PARTS
from .typography import typed
from .write import END, NEXT, RAW, TEXT_WIDTH, twips, write

_ROOT = (PARTS / "commun/word/document.xml").read_text("utf-8").split("\n")[0]
_NAMESPACES = dict(re.findall(r'xmlns:(\w+)="(.*?)"', _ROOT))
_PIECES = sorted(path.stem for path in (PARTS / "morceaux").iterdir())
_SOME_PIECE = "\0"


def read(docx: bytes) -> str:
    """Return the text of a template."""
    parts = read_zip(docx)
    title = re.search(r"(?<=<dc:title>)[^<]*", parts["docProps/core.xml"].decode())
    document = etree.fromstring(clean(parts["word/document.xml"].decode()).encode())
    lines = _lines(_all(document, "w:body/*[not(self::w:sectPr)]"))
    return "\n".join([f"[titre {unescape(title[0]) if title else ''}]", *lines, ""])


def _lines(blocks: Sequence[etree._Element]) -> list[str]:
    """Return the lines of these blocks, what a tag holds set off to the right."""
    lines: list[str] = []
    depth = 0
    for block in blocks:
        guess = _guess(etree.tostring(block, with_tail=False))
        tag = (re.match(r"\{%p (\w+)", guess[0]) or ("", ""))[1]
        depth -= tag.startswith(("end", "el")) and depth > 0
        lines += [""] * (depth == 0 and tag in {"if", "for"})
        lines += [f"{'  ' * depth}{line}" for line in guess]
        depth += tag in {"if", "for", "elif", "else"}
    return lines


@lru_cache(maxsize=1000)
def _guess(xml: bytes) -> list[str]:
    """Return what says a block, which cells often hold several times."""
    block = etree.fromstring(xml)
    return next((guess for guess in _guesses(block) if _is_said(guess, block)), [_raw(block)])


def _guesses(block: etree._Element) -> Iterator[list[str]]:
    """Yield what may say a block, the likeliest first."""
    if _all(block, "self::w:p"):
        line = _paragraph(block)
        for name in _PIECES if _SOME_PIECE in line else [""]:
            said = line.replace(_SOME_PIECE, name)
            yield from ([said], [f"\\{said}"])
    else:
        with suppress(IndexError, StopIteration):  # a table of data, or a piece that is a table
            yield _table(block)
        cells = [_lines(_all(cell, "*[not(self::w:tcPr)]")) for cell in _all(block, "w:tr/w:tc")]
        inside = [
            line for cell in cells for line in (NEXT, *(f"  {said}" for said in cell if said))
        ]
        yield from ([f"[{name}]", *inside[1:], *[END] * bool(cells)] for name in _PIECES)


def _is_said(guess: Sequence[str], block: etree._Element) -> bool:
    with suppress(ValueError, IndexError, OSError):
        written = clean(write("\n".join(guess)))
        return [*map(_same, etree.fromstring(f"{_ROOT}{written}</w:document>"))] == [_same(block)]
    return False


def _same(block: etree._Element) -> bytes:
    """Return what is the same in a block and in what says it, however Word numbers its parts."""
    made = etree.tostring(block, method="c14n", exclusive=True, with_tail=False)
    return re.sub(rb' (?:r:)?id="[^"]*"', b"", made)


def _raw(block: etree._Element) -> str:
    xml = etree.tostring(block, encoding="unicode", with_tail=False)
    return RAW + re.sub(rf' xmlns:(?:{"|".join(_NAMESPACES)})="[^"]*"', "", xml)


def _paragraph(block: etree._Element) -> str:
    style, words = _find(block, "w:pPr/w:pStyle/@w:val"), _words(block)
    piece = f"+{_SOME_PIECE}" if _all(block, "w:pPr/*[not(self::w:pStyle)]") else ""
    head = f"{style} {piece}".strip(" ")
    return words if style == "Balise" or not head else f"{head}: {words}".rstrip(" ")


def _words(block: etree._Element) -> str:
    """Return the words of a paragraph or of a cell, and what stands among them."""
    said, field = "", ""
    for run in _all(block, ".//w:r"):
        field = _find(run, "w:fldChar/@w:fldCharType") or field
        style, words = _find(run, "w:rPr/w:rStyle/@w:val"), typed(_find(run, "w:t/text()"))
        if code := _find(run, "w:instrText/text()"):
            said += f"‹{' '.join(code.split()[:2])}›"
        elif chart := _find(run, "self::*[.//c:chart]//wp:docPr/@name"):
            height = int(_find(run, ".//wp:extent/@cy")) / 36000
            said += f"‹graphique {chart} {height:g} | {typed(_find(run, './/wp:docPr/@descr'))}›"
        elif _all(run, "*[not(self::w:rPr or self::w:t or self::w:fldChar)]"):
            said += f"‹{_SOME_PIECE}›"
        elif words and field != "separate":
            said += {"": words, "Strong": f"**{words}**"}.get(style, f"‹{style} {words}›")
    return re.sub(r"^‹LegendeNumero (\w+ )›(‹SEQ \w+›)‹LegendeNumero (\. )›", r"\1\2\3", said)


def _table(block: etree._Element) -> list[str]:
    style, kinds = (
        _find(block, "w:tblPr/w:tblStyle/@w:val"),
        _all(block, "w:tr[1]//w:pStyle/@w:val"),
    )
    sizes = [int(width) for width in _all(block, "w:tblGrid/w:gridCol/@w:w")]
    texts = [typed(_find(block, f"w:tblPr/w:tbl{n}/@w:val")) for n in ("Caption", "Description")]
    flags = {
        "long": not _all(block, "w:tr[2]//w:keepNext"),
        "serre": _all(block, "w:tblPr/w:tblCellMar/w:top") and not _all(block, ".//w:vAlign"),
        "aere": _all(block, "w:tblPr/w:tblCellMar/w:top") and _all(block, ".//w:vAlign"),
        "petit": any("Petit" in kind for kind in kinds),
        "etroit": 0 < sum(sizes) < twips(TEXT_WIDTH) - 20,
    }
    widths = [_millimetres(width) for width in sizes]
    head = " ".join([style, *(flag for flag, on in flags.items() if on), *widths])
    rows = [[_cell(cell) for cell in _all(row, "w:tc")] for row in _all(block, "w:tr")]
    for n, kind in enumerate(kinds):
        rows[0][n] += " >" * kind.endswith("Nombre")
    return [f"[tableau {head} | {' | '.join(texts)}]", *(f"| {' | '.join(r)} |" for r in rows)]


def _cell(cell: etree._Element) -> str:
    """Return the words of a cell, after their style if it is not that of tables."""
    style, words = _find(cell, "w:p/w:pPr/w:pStyle/@w:val"), _words(cell)
    usual = style == "Balise" or re.fullmatch("Tableau(Petit)?(Texte|Nombre)", style)
    return words if usual else f"{style}: {words}"


def _millimetres(width: int) -> str:
    exact = width * 25.4 / 1440
    return next(f"{mm:g}" for n in range(9) if twips(mm := round(exact, n)) == width)


def _all(element: etree._Element, path: str) -> Any:
    return element.xpath(path, namespaces=_NAMESPACES)


def _find(element: etree._Element, path: str) -> str:
    return next(iter(_all(element, path)), "")
