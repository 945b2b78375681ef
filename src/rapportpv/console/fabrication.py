"""What became of a document that was to be built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapportpv.console.anomalies import write_resume
from rapportpv.console.flux import format_chemin, write

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rapportpv.pipeline.build import Fabrication
    from rapportpv.pipeline.documents import Document

ETATS = {
    "ECRIT": "Document écrit",
    "REMPLACE": "Document remplacé",
    "INCHANGE": "Document inchangé",
}


def write_fabrication(fabrication: Fabrication) -> None:
    """What became of the document, and what it was made without."""
    controle = fabrication.controle
    if controle.dossier is not None:
        for fichier in controle.dossier.absents:
            write(f"Sans « {fichier} » : sa partie du rapport est laissée de côté.", err=True)
    if fabrication.chemin is None:
        write_resume(controle, err=True)
        write("Aucun document n’a été écrit.", err=True)
    else:
        write(f"{ETATS[fabrication.etat.name]} : {format_chemin(fabrication.chemin)}")


def write_documents(documents: Iterable[Document]) -> None:
    """What can be built: a line each."""
    for document in documents:
        objet = f"\u00a0: {document.objet}" if document.objet else ""
        write(f"{document.nom} ({document.origine}){objet}")
