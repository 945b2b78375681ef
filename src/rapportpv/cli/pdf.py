"""`rapportpv pdf`: the PDF of a document, edited or not."""

from pathlib import Path
from typing import Annotated

import typer

_Fichier = Annotated[
    Path, typer.Argument(metavar="FICHIER.docx", help="Le document, retouché ou non.")
]
_Sortie = Annotated[
    Path | None,
    typer.Option("--sortie", metavar="DOSSIER", help="Où écrire (à côté du document)."),
]
_Ecraser = Annotated[
    bool,
    typer.Option("--ecraser", help="Remplacer un PDF signé ou annoté, après l’avoir gardé."),
]


def pdf(fichier: _Fichier, sortie: _Sortie = None, *, ecraser: _Ecraser = False) -> None:
    """Fait le PDF d’un document, tel qu’il est."""
    from rapportpv.commands.pdf import convert_document
    from rapportpv.console.fabrication import write_conversion
    from rapportpv.console.progres import show_attente

    with show_attente("Mise en page par LibreOffice…"):
        conversion = convert_document(fichier, sortie, ecraser=ecraser)
    write_conversion(conversion)
