"""Lists, bulleted and numbered, two levels each: their styles and Word's numbering."""

from .palette import colour
from .style import Style, spacing
from .units import twips

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_BULLETS, _NUMBERS = 1, 2
_MARKS = (("bullet", "•"), ("bullet", "–")), (("decimal", "%1."), ("lowerLetter", "%2)"))
_STEP = 6


def styles() -> tuple[Style, ...]:
    """Return the paragraph styles of the items."""
    return (
        _style("ListBullet", "List Bullet", _BULLETS, 0),
        _style("ListBullet2", "List Bullet 2", _BULLETS, 1),
        _style("ListNumber", "List Number", _NUMBERS, 0),
        _style("ListNumber2", "List Number 2", _NUMBERS, 1),
    )


def _style(identifier: str, name: str, number: int, level: int) -> Style:
    depth = f'<w:ilvl w:val="{level}"/>' if level else ""
    return Style(
        identifier,
        name,
        f'<w:numPr>{depth}<w:numId w:val="{number}"/></w:numPr>{spacing(0, 1.4, 276)}',
    )


def numbering() -> str:
    """Return ``numbering.xml``: one list of each kind."""
    kinds = ("ListBullet", "ListNumber")
    definitions = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="multilevel"/>'
        f"{_levels(kind, marks)}</w:abstractNum>"
        for n, (kind, marks) in enumerate(zip(kinds, _MARKS, strict=True))
    )
    instances = "".join(
        f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(2)
    )
    return f'<w:numbering xmlns:w="{WORD}">{definitions}{instances}</w:numbering>'


def _levels(kind: str, marks: tuple[tuple[str, str], ...]) -> str:
    return "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:pStyle w:val="{kind}{level + 1 if level else ""}"/><w:lvlText w:val="{mark}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{twips(_STEP * (level + 1))}"'
        f' w:hanging="{twips(_STEP - 1)}"/></w:pPr><w:rPr>{colour("accent2")}</w:rPr></w:lvl>'
        for level, (form, mark) in enumerate(marks)
    )
