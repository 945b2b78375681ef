"""A PDF read page by page: its prose, and the lines of its tables, whose columns are lost."""

import io
import logging
import re

from rapportpv.review.lecture.errors import DocumentIllisibleError, LecteurPdfAbsentError
from rapportpv.review.lecture.passage import DocumentLu
from rapportpv.review.lecture.texte_nu import read_blocs

_PAGES = 2000
_SIGNES = 20_000_000
_COLONNES = re.compile(r"(?<=\S) {2,}(?=\S)")


def read_pdf(contenu: bytes, nom: str) -> DocumentLu:
    """All the text of the pages. Raises DocumentIllisibleError and LecteurPdfAbsentError."""
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError as cause:
        raise LecteurPdfAbsentError from cause
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong is told in our words
    try:
        lecteur = PdfReader(io.BytesIO(contenu))
        if lecteur.is_encrypted and not lecteur.decrypt(""):
            raise DocumentIllisibleError(nom, "il est protégé par un mot de passe")
        if len(lecteur.pages) > _PAGES:
            raise DocumentIllisibleError(nom, f"il a plus de {_PAGES} pages")
        textes = [page.extract_text(extraction_mode="layout") for page in lecteur.pages]
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError, OSError) as cause:
        raise DocumentIllisibleError(nom, "ce n’est pas un PDF, ou il est abîmé") from cause
    if sum(map(len, textes)) > _SIGNES:
        raise DocumentIllisibleError(nom, "il est démesuré")
    if not any(texte.strip() for texte in textes):
        raise DocumentIllisibleError(nom, "ses pages sont des images : aucun texte ne s’y lit")
    blocs = (b for page, texte in enumerate(textes, 1) for b in read_blocs(_part(texte), page))
    remarque = "D’un PDF, les tableaux sont lus ligne à ligne : leurs totaux ne sont pas refaits."
    return DocumentLu(tuple(blocs), (remarque,))


def _part(texte: str) -> str:
    """The text of a page, its columns parted by tabs."""
    return "\n".join(_COLONNES.sub("\t", ligne.strip()) for ligne in texte.splitlines())
