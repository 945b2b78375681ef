"""What became of a document that was to be built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapportpv.console.anomalies import write_resume
from rapportpv.console.flux import format_chemin, write

if TYPE_CHECKING:
    from rapportpv.pipeline.build import Fabrication

_ETATS = {
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
        for etat, chemin in ((fabrication.etat, fabrication.chemin), *fabrication.copies):
            write(f"{_ETATS[etat.name]} : {format_chemin(chemin)}")
        if fabrication.publication is not None:
            write(f"État publié : {format_chemin(fabrication.publication)}")
