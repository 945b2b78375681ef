"""The web page of a document: read back from the .docx, so that both say the same."""

from rapportpv.export.page.rendu import is_untouched, render_page

__all__ = ["is_untouched", "render_page"]
