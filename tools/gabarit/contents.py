"""The table of contents: a field that Word refreshes, with a placeholder as its result."""

from .markup import field, paragraph, text

_PLACEHOLDER = "Clic droit, puis « Mettre à jour les champs »"


def contents() -> str:
    """Return the table of contents, as Word's own building block."""
    entries = paragraph(field(r'TOC \o "1-2" \h \z \u', _PLACEHOLDER), "TOC1")
    return (
        '<w:sdt><w:sdtPr><w:id w:val="1815"/><w:docPartObj>'
        '<w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{text('Sommaire', 'TOCHeading')}{entries}</w:sdtContent></w:sdt>"
    )
