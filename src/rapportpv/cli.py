"""The commands: arguments in, one function called, exit code out."""

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import rapportpv
from rapportpv.console import (
    Format,
    FormatDiff,
    adapt_flux,
    ask,
    write,
    write_anomalies,
    write_bilan,
    write_catalogue,
    write_consultation,
    write_controles,
    write_copies,
    write_depots,
    write_documents,
    write_ecarts,
    write_envoi,
    write_fabrication,
    write_json,
    write_page,
)
from rapportpv.console import options as o
from rapportpv.core.errors import OptionSansObjetError, RapportError

if TYPE_CHECKING:
    from rapportpv.commands.build import Commande

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
    annee: o.Annee,
    document: o.Document = "rapport",
    dossier: o.Dossier = None,
    sortie: o.Sortie = None,
    *,
    au: o.Au = None,
    formats: o.Formats = "docx",
    force: o.Force = False,
    ecraser: o.Ecraser = False,
    sources: o.Sources = False,
    liste: o.Liste = False,
    publier: o.Publier = False,
    sans_valeurs: o.SansValeurs = False,
) -> None:
    """Vérifie les classeurs, puis écrit le document Word."""
    from rapportpv.published.publication import PUBLICATION
    from rapportpv.reading.project import check_annee, find_projet

    projet = find_projet(Path.cwd(), dossier)
    if liste:
        from rapportpv.commands.documents import list_documents

        check_annee(projet.racine, annee)
        write_documents(list_documents(projet.racine))
        return
    from rapportpv.commands.build import Commande, build_document, read_formats

    ou = sortie or (projet.racine / PUBLICATION if publier else projet.sortie)
    lus = read_formats(formats)
    commande = Commande(
        projet.racine, annee, document, ou, force, ecraser, sources, formats=lus, publier=publier
    )
    if _build_courriers(commande, au, valeurs=not sans_valeurs):
        return
    fabrication = build_document(commande)
    write_anomalies(fabrication.controle.anomalies, err=True, valeurs=not sans_valeurs)
    write_fabrication(fabrication)
    if fabrication.manque is not None:
        raise fabrication.manque
    if fabrication.chemin is None:
        raise typer.Exit(BLOQUE)


def _build_courriers(commande: "Commande", au: str | None, *, valeurs: bool) -> bool:
    """Whether letters were asked for; they are then written, or told why not."""
    from rapportpv.commands.consultation import read_day
    from rapportpv.commands.courriers import ENVOIS, build_courriers

    jour = read_day(au)
    if commande.document not in ENVOIS:
        if jour is not None:
            raise OptionSansObjetError("--au", "« courriers » et « relances »")
        return False
    if commande.publier or commande.formats != ("docx",):
        raise OptionSansObjetError("--publier ou --format", "les autres documents")
    envoi = build_courriers(commande, jour)
    write_anomalies(envoi.controle.anomalies, err=True, valeurs=valeurs)
    write_envoi(envoi)
    if envoi.bloque:
        raise typer.Exit(BLOQUE)
    return True


@app.command()
def check(
    annee: Annotated[
        int | None, typer.Argument(metavar="[ANNEE]", help="Une année (toutes, sans elle).")
    ] = None,
    dossier: o.Dossier = None,
    forme: o.Forme = Format.TEXT,
    annoter: o.Annoter = None,
    *,
    sans_valeurs: o.SansValeurs = False,
    strict: Annotated[bool, typer.Option("--strict", help="Une alerte bloque aussi.")] = False,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Sortir avec le code 0, quoi qu’il soit trouvé.")
    ] = False,
) -> None:
    """Cherche toutes les anomalies des classeurs."""
    from rapportpv.reading.project import find_projet, list_annees
    from rapportpv.year.controle import check_annee

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
    annee: o.Annee,
    dossier: o.Dossier = None,
    *,
    en_json: o.Json = False,
    sources: Annotated[
        bool, typer.Option("--sources", help="Avec les cellules d’où vient chaque chiffre.")
    ] = False,
) -> None:
    """Montre les chiffres et les tableaux de l’année."""
    from rapportpv.export.json import format_bilan
    from rapportpv.reading.project import find_projet
    from rapportpv.year.controle import check_annee

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
    annee: o.Annee,
    dossier: o.Dossier = None,
    au: o.Au = None,
    *,
    en_json: o.Json = False,
) -> None:
    """Dit qui a rendu son avis, qui est réputé favorable, qui relancer."""
    from rapportpv.commands.consultation import follow_consultation, read_day
    from rapportpv.export.consultation import format_consultation
    from rapportpv.reading.project import find_projet

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
    if code is None:
        from rapportpv.year.catalogue import CATALOGUE

        write_catalogue(CATALOGUE)
    else:
        from rapportpv.year.explain import find_rule

        write_page(find_rule(code))


@app.command()
def diff(
    annee: o.Annee,
    autre: Annotated[
        int | None,
        typer.Argument(metavar="[AUTRE]", help="Une autre année, dont comparer les chiffres."),
    ] = None,
    dossier: o.Dossier = None,
    forme: o.FormeDiff = FormatDiff.TEXT,
    *,
    en_json: Annotated[bool, typer.Option("--json", help="Comme --format json.")] = False,
    sans_valeurs: o.SansValeurs = False,
) -> None:
    """Montre ce qui a changé depuis la publication de l’année."""
    from rapportpv.commands.publication import diff_annee
    from rapportpv.reading.project import find_projet

    comparaison = diff_annee(find_projet(Path.cwd(), dossier).racine, annee, autre)
    write_anomalies(comparaison.controle.anomalies, err=True, valeurs=not sans_valeurs)
    if comparaison.ecarts is None:
        raise typer.Exit(BLOQUE)
    write_ecarts(comparaison.ecarts, FormatDiff.JSON if en_json else forme)


@app.command()
def init(
    annee: o.AnneeNouvelle = None,
    dossier: o.Dossier = None,
    *,
    epci: o.Epci = None,
    sigle: o.Sigle = None,
    siren: o.Siren = None,
    contrat: o.NomContrat = None,
    reprendre_actions: o.ReprendreActions = False,
    classeur: o.NomClasseur = None,
    ci: o.Forge = None,
    installation: o.Installation = None,
    ecraser: Annotated[
        bool, typer.Option("--ecraser", help="Avec --ci : remplacer un fichier différent.")
    ] = False,
) -> None:
    """Pose un projet, ou l’année suivante d’un projet."""
    if annee is None:
        from rapportpv.reading.project import find_projet
        from rapportpv.scaffold.ci import lay_ci

        pose = lay_ci(find_projet(Path.cwd(), dossier), ci, installation, ecraser=ecraser)
        write_depots(pose.depots, pose.conseils)
        return
    from rapportpv.scaffold.annee import Demande, lay, read_annee

    demande = Demande(read_annee(annee), epci, sigle, siren, contrat, reprendre_actions, classeur)
    posee = lay(Path.cwd(), dossier, demande, ask)
    write_depots(posee.depots, posee.conseils)
