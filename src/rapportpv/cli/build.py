"""`rapportpv build`: a document of the year, or its letters."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rapportpv.cli import options as o
from rapportpv.cli.codes import BLOQUE
from rapportpv.cli.completion import propose_documents
from rapportpv.core.errors import OptionSansObjetError

if TYPE_CHECKING:
    from rapportpv.commands.build import Commande
    from rapportpv.reading.project import Projet

_Document = Annotated[
    str,
    typer.Argument(
        metavar="DOCUMENT",
        help="Nom du document (rapport).",
        autocompletion=propose_documents,
    ),
]
_Sortie = Annotated[
    Path | None,
    typer.Option("--sortie", metavar="DOSSIER", help="Où écrire (le dossier « sortie »)."),
]
_Formats = Annotated[
    str,
    typer.Option(
        "--format", metavar="FORMATS", help="docx, html, pdf (avec LibreOffice), ou plusieurs."
    ),
]
_Force = Annotated[
    bool, typer.Option("--force", help="Écrire malgré les erreurs, avec la mention brouillon.")
]
_Ecraser = Annotated[
    bool, typer.Option("--ecraser", help="Remplacer un document modifié à la main.")
]
_Sources = Annotated[
    bool, typer.Option("--sources", help="Avec l’annexe des sources des chiffres.")
]
_Liste = Annotated[bool, typer.Option("--list", help="Dire quels documents peuvent être faits.")]
_Publier = Annotated[
    bool,
    typer.Option(
        "--publier",
        help="Écrire dans le dossier « publication » du projet, avec l’état que « diff » "
        "comparera.",
    ),
]


def build(
    annee: o.Annee,
    document: _Document = "rapport",
    dossier: o.Dossier = None,
    sortie: _Sortie = None,
    *,
    au: o.Au = None,
    formats: _Formats = "docx",
    force: _Force = False,
    ecraser: _Ecraser = False,
    sources: _Sources = False,
    liste: _Liste = False,
    publier: _Publier = False,
    sans_valeurs: o.SansValeurs = False,
) -> None:
    """Vérifie les classeurs, puis écrit le document Word."""
    from rapportpv.reading.project import find_projet

    projet = find_projet(Path.cwd(), dossier)
    if liste:
        _list(projet, annee)
        return
    from rapportpv.commands.build import Commande, read_formats
    from rapportpv.commands.consultation import read_day
    from rapportpv.published.publication import PUBLICATION

    ou = sortie or (projet.racine / PUBLICATION if publier else projet.sortie)
    lus = read_formats(formats)
    commande = Commande(
        projet.racine, annee, document, ou, force, ecraser, sources, formats=lus, publier=publier
    )
    _write(commande, read_day(au), valeurs=not sans_valeurs)


def _list(projet: "Projet", annee: int) -> None:
    """Tell what can be built, in a year that exists."""
    from rapportpv.commands.documents import list_documents
    from rapportpv.console.fabrication import write_documents
    from rapportpv.reading.project import check_annee

    check_annee(projet.racine, annee)
    write_documents(list_documents(projet.racine))


def _write(commande: "Commande", au: date | None, *, valeurs: bool) -> None:
    from rapportpv.commands.fourni import ENVOIS

    if commande.document in ENVOIS:
        _write_courriers(commande, au, valeurs=valeurs)
    elif au is not None:
        raise OptionSansObjetError("--au", "« courriers » et « relances »")
    else:
        _write_document(commande, valeurs=valeurs)


def _write_document(commande: "Commande", *, valeurs: bool) -> None:
    from rapportpv.commands.build import build_document
    from rapportpv.console.anomalies import write_anomalies
    from rapportpv.console.fabrication import write_fabrication
    from rapportpv.console.flux import write_attente
    from rapportpv.console.progres import show_attente

    if "pdf" in commande.formats:
        write_attente("Le PDF demande à LibreOffice quelques secondes, ou plus s’il est long…")
    with show_attente("Vérification, puis écriture du document…"):
        fabrication = build_document(commande)
    write_anomalies(fabrication.controle.anomalies, err=True, valeurs=valeurs)
    write_fabrication(fabrication)
    if fabrication.manque is not None:
        raise fabrication.manque
    if fabrication.chemin is None:
        raise typer.Exit(BLOQUE)


def _write_courriers(commande: "Commande", au: date | None, *, valeurs: bool) -> None:
    from rapportpv.commands.courriers import build_courriers
    from rapportpv.console.anomalies import write_anomalies
    from rapportpv.console.consultation import write_envoi
    from rapportpv.console.progres import show_attente

    if commande.publier or commande.formats != ("docx",):
        raise OptionSansObjetError("--publier ou --format", "les autres documents")
    with show_attente("Vérification, puis écriture des lettres…"):
        envoi = build_courriers(commande, au)
    write_anomalies(envoi.controle.anomalies, err=True, valeurs=valeurs)
    write_envoi(envoi)
    if envoi.bloque:
        raise typer.Exit(BLOQUE)
