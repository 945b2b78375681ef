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
    FormatDiff,
    write,
    write_anomalies,
    write_bilan,
    write_catalogue,
    write_controles,
    write_copies,
    write_depots,
    write_ecarts,
    write_fabrication,
    write_json,
    write_page,
)
from rapportpv.model.errors import RapportError

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
SansValeurs = Annotated[
    bool,
    typer.Option(
        "--sans-valeurs",
        envvar="RAPPORTPV_SANS_VALEURS",
        help="Ne rien montrer de ce que contiennent les classeurs (journaux publics).",
    ),
]


def main() -> None:
    """Run the command line; whatever stops the program is told in one sentence, exit code 2."""
    _speed_up()
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
        str, typer.Argument(metavar="DOCUMENT", help="Nom du modèle (rapport).")
    ] = "rapport",
    dossier: Dossier = None,
    sortie: Annotated[
        Path | None,
        typer.Option("--sortie", metavar="DOSSIER", help="Où écrire (le dossier « sortie »)."),
    ] = None,
    formats: Annotated[
        str,
        typer.Option("--format", metavar="FORMATS", help="docx, ou docx,pdf (avec LibreOffice)."),
    ] = "docx",
    *,
    force: Annotated[
        bool, typer.Option("--force", help="Écrire malgré les erreurs, avec la mention brouillon.")
    ] = False,
    ecraser: Annotated[
        bool, typer.Option("--ecraser", help="Remplacer un document modifié à la main.")
    ] = False,
    publier: Annotated[
        bool,
        typer.Option(
            "--publier",
            help="Écrire dans le dossier « publication » du projet, avec l’état que « diff » "
            "comparera.",
        ),
    ] = False,
    sans_valeurs: SansValeurs = False,
) -> None:
    """Vérifie les classeurs, puis écrit le document Word."""
    from rapportpv.load.project import find_projet
    from rapportpv.model.publication import PUBLICATION
    from rapportpv.pipeline.build import Commande, build_document, read_formats

    projet = find_projet(Path.cwd(), dossier)
    ou = sortie or (projet.racine / PUBLICATION if publier else projet.sortie)
    lus = read_formats(formats)
    commande = Commande(
        projet.racine, annee, document, ou, force, ecraser, formats=lus, publier=publier
    )
    fabrication = build_document(commande)
    write_anomalies(fabrication.controle.anomalies, err=True, valeurs=not sans_valeurs)
    write_fabrication(fabrication)
    if fabrication.manque is not None:
        raise fabrication.manque
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
    sans_valeurs: SansValeurs = False,
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


@app.command()
def diff(
    annee: Annee,
    autre: Annotated[
        int | None,
        typer.Argument(metavar="[AUTRE]", help="Une autre année, dont comparer les chiffres."),
    ] = None,
    dossier: Dossier = None,
    forme: Annotated[
        FormatDiff,
        typer.Option("--format", help="Texte ; JSON ; Markdown (vide si rien n’a changé)."),
    ] = FormatDiff.TEXT,
    *,
    en_json: Annotated[bool, typer.Option("--json", help="Comme --format json.")] = False,
    sans_valeurs: SansValeurs = False,
) -> None:
    """Montre ce qui a changé depuis la publication de l’année."""
    from rapportpv.load.project import find_projet
    from rapportpv.pipeline.publication import diff_annee

    comparaison = diff_annee(find_projet(Path.cwd(), dossier).racine, annee, autre)
    write_anomalies(comparaison.controle.anomalies, err=True, valeurs=not sans_valeurs)
    if comparaison.ecarts is None:
        raise typer.Exit(BLOQUE)
    write_ecarts(comparaison.ecarts, FormatDiff.JSON if en_json else forme)


@app.command()
def init(
    dossier: Dossier = None,
    ci: Annotated[
        str | None,
        typer.Option("--ci", metavar="FORGE", help="github ou gitlab : régénération automatique."),
    ] = None,
    installation: Annotated[
        str | None,
        typer.Option(
            "--installation",
            metavar="PAQUET",
            help="Ce que pip installe pour avoir rapportpv (cette version).",
        ),
    ] = None,
    *,
    ecraser: Annotated[
        bool, typer.Option("--ecraser", help="Remplacer un fichier qui est différent.")
    ] = False,
) -> None:
    """Pose la régénération automatique du rapport."""
    from rapportpv.load.project import find_projet
    from rapportpv.scaffold.ci import lay_ci

    pose = lay_ci(find_projet(Path.cwd(), dossier), ci, installation, ecraser=ecraser)
    write_depots(pose.depots, pose.conseils)
