"""Small WordprocessingML snippets: runs, paragraphs, fields and template tags."""

import re
from html import escape

from .typography import french
from .units import twips

_STRONG = re.compile(r"\*\*(.+?)\*\*")


def run(text: str, style: str = "") -> str:
    """Return one run, with the name of a character style if it has one."""
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    content = escape(french(text), quote=False)
    return f'<w:r>{properties}<w:t xml:space="preserve">{content}</w:t></w:r>'


def runs(source: str) -> str:
    """Return the runs of a text in which ``**`` surrounds what is strong."""
    parts = _STRONG.split(source)
    return "".join(run(part, "Strong" if n % 2 else "") for n, part in enumerate(parts) if part)


def paragraph(content: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph made of ready runs; `properties` go after the style."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    both = named + properties
    return f"<w:p>{f'<w:pPr>{both}</w:pPr>' if both else ''}{content}</w:p>"


def text(source: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph of prose."""
    return paragraph(runs(source), style, properties)


def heading(level: int, source: str, page: bool | None = None) -> str:
    """Return a heading; those of level 1 start a page, unless told otherwise."""
    starts = "" if page is None else f'<w:pageBreakBefore w:val="{int(page)}"/>'
    apart = f'<w:spacing w:before="{twips(9)}"/>' if page is False else ""
    return text(source, f"Heading{level}", starts + apart)


def insert(name: str, style: str = "") -> str:
    """Return the paragraph that the blocks of a text, a picture or a drawing take the place of."""
    return text(f"{{{{ {name} }}}}", style)


def narrative(section: str, otherwise: str = "") -> str:
    """Return the place of a narrative text, if the year has it; what stands for it if not."""
    return when(f"textes.{section}", insert(f"textes.{section}"), otherwise=otherwise)


def bullet(source: str) -> str:
    """Return one item of a bulleted list."""
    return text(source, "ListBullet")


def tag(statement: str) -> str:
    """Return a template tag that stands alone, and whose paragraph goes away with it."""
    content = escape(f"{{%p {statement} %}}", quote=False)
    return f'<w:p><w:pPr><w:pStyle w:val="Balise"/></w:pPr><w:r><w:t>{content}</w:t></w:r></w:p>'


def when(condition: str, *blocks: str, otherwise: str = "") -> str:
    """Return blocks that stand only if `condition` holds."""
    alternative = tag("else") + otherwise if otherwise else ""
    return tag(f"if {condition}") + "".join(blocks) + alternative + tag("endif")


def each(loop: str, *blocks: str) -> str:
    """Return blocks repeated by ``for``."""
    return tag(f"for {loop}") + "".join(blocks) + tag("endfor")


def field(instruction: str, result: str, style: str = "") -> str:
    """Return a complex field with its cached result."""
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""

    def mark(kind: str) -> str:
        return f'<w:r>{properties}<w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>'
    return (
        f"{mark('begin')}<w:r>{properties}{code}</w:r>{mark('separate')}"
        f"{run(result, style)}{mark('end')}"
    )


def caption(label: str, source: str) -> str:
    """Return a caption, numbered by Word, that stays with what it stands above."""
    number = field(rf"SEQ {label} \* ARABIC", "1", "LegendeNumero")
    head = run(f"{label} ", "LegendeNumero") + number + run(". ", "LegendeNumero")
    return paragraph(head + runs(source), "Caption")
