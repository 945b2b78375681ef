"""The commands: arguments in, one function called, exit code out."""

import gc
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

import rapportpv
from rapportpv.console import (
    Format,
    adapt_flux,
    write,
    write_anomalies,
    write_bilan,
    write_catalogue,
    write_consultation,
    write_controles,
    write_copies,
    write_documents,
    write_envoi,
    write_fabrication,
    write_json,
    write_page,
)
from rapportpv.model.errors import OptionSansObjetError, RapportError

REUSSI, BLOQUE, IMPOSSIBLE = 0, 1, 2
_DEBUG = "RAPPORTPV_DEBUG"
_OBJETS_ENTRE_DEUX_RAMASSAGES = (100_000, 20, 100)

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
Au = Annotated[
    str | None,
    typer.Option(
        "--au",
        metavar="DATE",
        help="État à cette date, 04/10/2023 ou aujourd’hui (celle d’annee.toml, sans elle).",
    ),
]


def main() -> None:
    """Run the command line; whatever stops the program is told in one sentence, exit code 2."""
    _speed_up()
    adapt_flux()
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
    finally:
        gc.freeze()  # the process ends: searching all that pandas made for garbage is 0.1 s lost


def _speed_up() -> None:
    """Spare a short program what serves long ones: a fifth of the time of a large workbook."""
    gc.set_threshold(*_OBJETS_ENTRE_DEUX_RAMASSAGES)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # it looks for them everywhere


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
        str, typer.Argument(metavar="DOCUMENT", help="Nom du document (rapport).")
    ] = "rapport",
    dossier: Dossier = None,
    sortie: Annotated[
        Path | None,
        typer.Option("--sortie", metavar="DOSSIER", help="Où écrire (le dossier « sortie »)."),
    ] = None,
    au: Au = None,
    *,
    force: Annotated[
        bool, typer.Option("--force", help="Écrire malgré les erreurs, avec la mention brouillon.")
    ] = False,
    ecraser: Annotated[
        bool, typer.Option("--ecraser", help="Remplacer un document modifié à la main.")
    ] = False,
    sources: Annotated[
        bool, typer.Option("--sources", help="Avec l’annexe des sources des chiffres.")
    ] = False,
    liste: Annotated[
        bool, typer.Option("--list", help="Dire quels documents peuvent être faits.")
    ] = False,
) -> None:
    """Vérifie les classeurs, puis écrit le document Word."""
    from rapportpv.load.project import check_annee, find_projet

    projet = find_projet(Path.cwd(), dossier)
    if liste:
        from rapportpv.pipeline.documents import list_documents

        check_annee(projet.racine, annee)
        write_documents(list_documents(projet.racine))
        return
    from rapportpv.pipeline.build import Commande, build_document
    from rapportpv.pipeline.consultation import read_day
    from rapportpv.pipeline.courriers import ENVOIS, build_courriers

    jour = read_day(au)
    ou = sortie or projet.sortie
    commande = Commande(projet.racine, annee, document, ou, force, ecraser, sources)
    if document in ENVOIS:
        envoi = build_courriers(commande, jour)
        write_anomalies(envoi.controle.anomalies, err=True)
        write_envoi(envoi)
        raise typer.Exit(BLOQUE if envoi.bloque else REUSSI)
    if jour is not None:
        raise OptionSansObjetError("--au", "« courriers » et « relances »")
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
        Format,
        typer.Option(
            "--format",
            help="Texte ; JSON pour un programme ; annotations GitHub ; page HTML à transmettre.",
        ),
    ] = Format.TEXT,
    annoter: Annotated[
        Path | None,
        typer.Option(
            "--annoter",
            metavar="DOSSIER",
            help="Écrire là une copie annotée de chaque classeur fautif.",
        ),
    ] = None,
    *,
    sans_valeurs: Annotated[
        bool,
        typer.Option(
            "--sans-valeurs",
            envvar="RAPPORTPV_SANS_VALEURS",
            help="Ne rien montrer de ce que contiennent les classeurs (journaux publics).",
        ),
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Une alerte bloque aussi.")] = False,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Sortir avec le code 0, quoi qu’il soit trouvé.")
    ] = False,
) -> None:
    """Cherche toutes les anomalies des classeurs."""
    from rapportpv.load.project import find_projet, list_annees
    from rapportpv.pipeline.controle import check_annee

    racine = find_projet(Path.cwd(), dossier).racine
    annees = [annee] if annee is not None else list_annees(racine)
    controles = [check_annee(racine, millesime) for millesime in annees]
    write_controles(controles, forme, racine, annee, valeurs=not sans_valeurs)
    if annoter is not None:
        from rapportpv.export.annoter import annotate_classeurs

        anomalies = (anomalie for controle in controles for anomalie in controle.anomalies)
        copies = annotate_classeurs(racine, anomalies, annoter)
        write_copies(copies, err=forme is not Format.TEXT)
    bloque = any(controle.is_blocked(strict=strict) for controle in controles)
    if bloque and not exit_zero:
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
        write_json(format_bilan(annee, controle.bilan))
    else:
        write_bilan(controle.bilan, sources=sources)


@app.command()
def consultation(
    annee: Annee,
    dossier: Dossier = None,
    au: Au = None,
    *,
    en_json: Annotated[bool, typer.Option("--json", help="En JSON, pour un programme.")] = False,
) -> None:
    """Dit qui a rendu son avis, qui est réputé favorable, qui relancer."""
    from rapportpv.export.consultation import format_consultation
    from rapportpv.load.project import find_projet
    from rapportpv.pipeline.consultation import follow_consultation, read_day

    suivi = follow_consultation(find_projet(Path.cwd(), dossier).racine, annee, read_day(au))
    write_anomalies(suivi.anomalies, err=True)
    if suivi.consultes is not None and en_json:
        write_json(format_consultation(annee, suivi.consultes))
    elif suivi.consultes is not None:
        write_consultation(annee, suivi.consultes)
    if suivi.is_blocked:
        raise typer.Exit(BLOQUE)


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
