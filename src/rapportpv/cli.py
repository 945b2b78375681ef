"""The commands: arguments in, one function called, exit code out."""

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

import rapportpv
from rapportpv.console import (
    write,
    write_anomalies,
    write_bilan,
    write_catalogue,
    write_fabrication,
    write_page,
    write_resume,
)
from rapportpv.model.errors import RapportError

REUSSI, BLOQUE, IMPOSSIBLE = 0, 1, 2
_DEBUG = "RAPPORTPV_DEBUG"

app = typer.Typer(
    help="Le rapport annuel sur la mise en œuvre de la politique de la ville, "
    "des classeurs Excel au document Word.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

Annee = Annotated[int, typer.Argument(metavar="ANNEE", help="Année du rapport, par exemple 2022.")]
Dossier = Annotated[
    Path | None,
    typer.Option("--dossier", metavar="DOSSIER", help="Dossier du projet (avec rapportpv.toml)."),
]


class Format(StrEnum):
    """How anomalies are told."""

    TEXT = "text"
    JSON = "json"


def main() -> None:
    """Run the command line; whatever stops the program is told in one sentence, exit code 2."""
    try:
        app()
    except RapportError as cause:
        _stop(str(cause))
    except Exception as cause:  # the last net: no traceback on a user's screen
        if os.environ.get(_DEBUG):
            raise
        _stop(
            f"Erreur imprévue du programme ({type(cause).__name__}). Signalez-la, avec ce "
            f"qu’affiche la même commande quand la variable {_DEBUG} vaut 1."
        )


def _stop(message: str) -> None:
    write(message, err=True)
    sys.exit(IMPOSSIBLE)


def _version(*, demandee: bool) -> None:
    if demandee:
        write(f"rapportpv {rapportpv.__version__}")
        raise typer.Exit


@app.callback()
def _racine(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="La version.")
    ] = False,
) -> None: ...


@app.command()
def build(
    annee: Annee,
    document: Annotated[
        str, typer.Argument(metavar="DOCUMENT", help="Nom du modèle (rapport).")
    ] = "rapport",
    dossier: Dossier = None,
    sortie: Annotated[
        Path | None,
        typer.Option("--sortie", metavar="DOSSIER", help="Où écrire (le dossier « sortie »)."),
    ] = None,
    *,
    force: Annotated[
        bool, typer.Option("--force", help="Écrire malgré les erreurs, avec la mention brouillon.")
    ] = False,
    ecraser: Annotated[
        bool, typer.Option("--ecraser", help="Remplacer un document modifié à la main.")
    ] = False,
) -> None:
    """Vérifie les classeurs, puis écrit le document Word."""
    from rapportpv.load.project import find_projet
    from rapportpv.pipeline.build import Commande, build_document

    projet = find_projet(Path.cwd(), dossier)
    commande = Commande(projet.racine, annee, document, sortie or projet.sortie, force, ecraser)
    fabrication = build_document(commande)
    write_anomalies(fabrication.controle.anomalies, err=True)
    write_fabrication(fabrication)
    if fabrication.chemin is None:
        raise typer.Exit(BLOQUE)


@app.command()
def check(
    annee: Annotated[
        int | None, typer.Argument(metavar="[ANNEE]", help="Une année (toutes, sans elle).")
    ] = None,
    dossier: Dossier = None,
    forme: Annotated[
        Format, typer.Option("--format", help="Texte, ou JSON pour un programme.")
    ] = Format.TEXT,
    *,
    strict: Annotated[bool, typer.Option("--strict", help="Une alerte bloque aussi.")] = False,
) -> None:
    """Cherche toutes les anomalies des classeurs."""
    from rapportpv.export.json import format_anomalies
    from rapportpv.load.project import find_projet, list_annees
    from rapportpv.pipeline.controle import check_annee

    racine = find_projet(Path.cwd(), dossier).racine
    annees = [annee] if annee is not None else list_annees(racine)
    controles = [check_annee(racine, millesime) for millesime in annees]
    if forme is Format.JSON:
        anomalies = [anomalie for controle in controles for anomalie in controle.anomalies]
        write(format_anomalies(annee, anomalies, sum(controle.lignes for controle in controles)))
    else:
        for controle in controles:
            write_anomalies(controle.anomalies)
            write_resume(controle)
    if any(controle.is_blocked(strict=strict) for controle in controles):
        raise typer.Exit(BLOQUE)


@app.command()
def show(
    annee: Annee,
    dossier: Dossier = None,
    *,
    en_json: Annotated[bool, typer.Option("--json", help="En JSON, pour un programme.")] = False,
    sources: Annotated[
        bool, typer.Option("--sources", help="Avec les cellules d’où vient chaque chiffre.")
    ] = False,
) -> None:
    """Montre les chiffres et les tableaux de l’année."""
    from rapportpv.export.json import format_bilan
    from rapportpv.load.project import find_projet
    from rapportpv.pipeline.controle import check_annee

    controle = check_annee(find_projet(Path.cwd(), dossier).racine, annee)
    write_anomalies(controle.anomalies, err=True)
    if controle.is_blocked():
        raise typer.Exit(BLOQUE)
    if en_json:
        write(format_bilan(annee, controle.bilan))
    else:
        write_bilan(controle.bilan, sources=sources)


@app.command()
def explain(
    code: Annotated[
        str | None,
        typer.Argument(metavar="[CODE]", help="Code ou nom d’une anomalie, par exemple PV201."),
    ] = None,
) -> None:
    """Explique une anomalie ; sans code, en donne la liste."""
    from rapportpv.pipeline.catalogue import find_rule
    from rapportpv.rules import CATALOGUE

    if code is None:
        write_catalogue(CATALOGUE)
    else:
        write_page(find_rule(code))
