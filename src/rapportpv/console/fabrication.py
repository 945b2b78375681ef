"""What became of a document that was to be built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapportpv.console.anomalies import write_resume
from rapportpv.console.flux import format_chemin, write
from rapportpv.french.typographie import format_liste, format_texte

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from rapportpv.commands.build import Fabrication
    from rapportpv.commands.documents import Document
    from rapportpv.commands.pdf import Conversion
    from rapportpv.core.dossier import Dossier

ETATS = {
    "ECRIT": "Document écrit",
    "REMPLACE": "Document remplacé",
    "INCHANGE": "Document inchangé",
}
_PARTIES = "leurs parties du rapport sont laissées"


def write_fabrication(fabrication: Fabrication) -> None:
    """What became of the document, and what it was made without."""
    controle = fabrication.controle
    absents = list_absents(controle.dossier) if controle.dossier else []
    if absents:
        sort = "sa partie du rapport est laissée" if len(absents) == 1 else _PARTIES
        write(f"Sans {format_liste(absents)} : {sort} de côté.", err=True)
    if fabrication.chemin is None:
        write_resume(controle, err=True)
        write("Aucun document n’a été écrit.", err=True)
    else:
        for etat, chemin in ((fabrication.etat, fabrication.chemin), *fabrication.copies):
            write(f"{ETATS[etat.name]} : {format_chemin(chemin)}")
        write_gardees(fabrication.gardees)
        if fabrication.publication is not None:
            write(f"État publié : {format_chemin(fabrication.publication)}")


def write_conversion(conversion: Conversion) -> None:
    """What became of the PDF of a document, and what its readers should know."""
    ecrite = conversion.ecrite
    for remarque in conversion.remarques:
        write(format_texte(remarque), err=True)
    write(f"{ETATS[ecrite.etat.name]} : {format_chemin(ecrite.chemin)}")
    write_gardees([ecrite.gardee] if ecrite.gardee else [])


def write_gardees(gardees: Iterable[Path], *, err: bool = False) -> None:
    """Where what somebody had made of a document is kept."""
    for copie in gardees:
        write(f"Version modifiée à la main, gardée : {format_chemin(copie)}", err=err)


def list_absents(dossier: Dossier) -> list[str]:
    """The workbooks and sheets that the report is made without, but for those that are rare."""
    from rapportpv.subjects.fcs.sheet import FCS
    from rapportpv.year.sujets import PLANS  # its rows need pydantic, and --help does not

    sans_objet = dossier.reglages.sans_objet
    tus = {plan.fichier for plan in PLANS if plan.tacite or plan.nom in sans_objet}
    if not dossier.reglages.axe_fcs:
        tus.add(FCS.fichier)  # this EPCI has no such fund
    return [absent for absent in dossier.absents if absent not in tus]


def write_documents(documents: Iterable[Document]) -> None:
    """What can be built: a line each."""
    for document in documents:
        objet = f"\u00a0: {document.objet}" if document.objet else ""
        write(f"{document.nom} ({document.origine}){objet}")
