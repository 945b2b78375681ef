"""Headers and footers."""

from .markup import field, paragraph, run, text, when

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DRAFT = "BROUILLON : des erreurs restent à corriger"
_TAB = "<w:r><w:tab/></w:r>"
_NAME = "Politique de la ville {{ annee }}"


def header(*, section: bool = True) -> str:
    """Return a header: the section's title, or the report's where no section has begun."""
    left = field("STYLEREF 1", _NAME) if section else run(_NAME)
    line = paragraph(left + _TAB + run("{{ sigle }}"), "Header")
    return f'<w:hdr xmlns:w="{WORD}">{when("brouillon", text(DRAFT, "Brouillon"))}{line}</w:hdr>'


def footer() -> str:
    """Return the footer: version, date, page and number of pages."""
    version = run(
        "{% if version == 'projet' %}Version projet, {{ arrete_le | date_longue }}{% else %}"
        "Version définitive, délibération du {{ deliberation_le | date_longue }}{% endif %}"
    )
    pages = field("PAGE", "1") + run(" / ") + field("NUMPAGES", "1")
    return f'<w:ftr xmlns:w="{WORD}">{paragraph(version + _TAB + pages, "Footer")}</w:ftr>'


def letterhead(*, first: bool = True) -> str:
    """Return the header of a letter: whose it is, in full on its first page."""
    line = text("{{ epci }}", "LettreEntete") if first else text("{{ sigle }}", "Header")
    return f'<w:hdr xmlns:w="{WORD}">{when("brouillon", text(DRAFT, "Brouillon"))}{line}</w:hdr>'


def footer_of_pages() -> str:
    """Return the footer of a letter: its page only, for all letters may be one document."""
    line = run("{{ sigle }}") + _TAB + field("PAGE", "1")
    return f'<w:ftr xmlns:w="{WORD}">{paragraph(line, "Footer")}</w:ftr>'
