"""A PDF for everybody: what LibreOffice is given, and what is mended in what it makes."""

import io
from collections.abc import Callable
from typing import TYPE_CHECKING

from rapportpv.core.errors import ConversionImpossibleError

if TYPE_CHECKING:
    from pikepdf import Pdf

_PASSES = 3
"""A number that takes more room than foreseen may move what follows; not for ever."""


def convert(contenu: bytes, lay_out: Callable[[bytes], bytes]) -> bytes:
    """The tagged PDF of a .docx that `lay_out` makes a PDF of, its contents with page numbers.

    Raises ConversionImpossibleError when what comes out is no PDF.
    """
    import pikepdf

    from rapportpv.export.accessible.arbre import read_pages
    from rapportpv.export.accessible.copie import copy_document
    from rapportpv.export.accessible.figures import describe_figures
    from rapportpv.export.accessible.tableaux import mark_headers

    copie = copy_document(contenu)
    sommaire = copie.sommaire
    brut = lay_out(copie.pack())
    try:
        for _ in range(_PASSES):
            if sommaire is None:
                break
            with pikepdf.open(io.BytesIO(brut)) as pdf:
                change = sommaire.fill(read_pages(pdf))
            if not change:
                break
            brut = lay_out(copie.pack())
        with pikepdf.open(io.BytesIO(brut)) as pdf:
            if "/StructTreeRoot" in pdf.Root:
                describe_figures(pdf, copie.dessins)
                mark_headers(pdf)
            if "/Dests" in pdf.Root:
                del pdf.Root["/Dests"]
            return _save(pdf)
    except pikepdf.PdfError as cause:
        raise ConversionImpossibleError("le PDF de LibreOffice ne peut pas être relu") from cause


def _save(pdf: "Pdf") -> bytes:
    """The bytes of a PDF, its dates and its identifier where they can be read."""
    import pikepdf

    sortie = io.BytesIO()
    pdf.save(
        sortie,
        deterministic_id=True,
        fix_metadata_version=False,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
    )
    return sortie.getvalue()
