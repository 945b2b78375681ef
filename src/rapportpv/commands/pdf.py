"""The PDF of a document as it stands, with all that was edited in it."""

from pathlib import Path

from msgspec import Struct

from rapportpv.commands.remplacement import Ecriture, Remplacement, write_output
from rapportpv.export import pdf
from rapportpv.review.ouvrir import Ouvert, is_open, open_docx
from rapportpv.word.ooxml import parse, w

_SUIVIES = (w("ins"), w("del"), w("moveFrom"), w("moveTo"))


class Conversion(Struct, frozen=True):
    """A PDF that was written, and what its readers should know of it."""

    ecrite: Ecriture
    remarques: tuple[str, ...] = ()


def convert_document(document: Path, sortie: Path | None, *, ecraser: bool) -> Conversion:
    """The PDF of that document, beside it or in a folder; the document itself is only read.

    Raises RapportError when it cannot be read, converted or written, or when somebody signed or
    annotated the PDF that stands there.
    """
    ouvert = open_docx(document)
    contenu = pdf.convert_pdf(ouvert.octets, document.with_suffix(".docx").name)
    chemin = (sortie or document.parent) / f"{document.stem}.pdf"
    voulu = Remplacement(ecraser, is_ours=pdf.is_untouched)
    return Conversion(write_output(chemin, contenu, voulu), tuple(_list_remarques(ouvert)))


def _list_remarques(ouvert: Ouvert) -> list[str]:
    remarques = []
    if is_open(ouvert.chemin):
        remarques.append(
            f"« {ouvert.chemin.name} » est ouvert : le PDF n’a que ce qui est enregistré."
        )
    paquet = ouvert.unpack()
    if next(parse(paquet.parts[paquet.document]).iter(*_SUIVIES), None) is not None:
        remarques.append(
            "Le document a des modifications suivies, qui se voient dans le PDF : acceptez-les ou "
            "refusez-les dans Word, puis relancez la même commande."
        )
    return remarques
