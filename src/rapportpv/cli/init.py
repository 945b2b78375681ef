"""`rapportpv init`: a project, its next year, or the scheduled regeneration of its report."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rapportpv.cli import options as o
from rapportpv.console.flux import write
from rapportpv.console.questions import ask

if TYPE_CHECKING:
    from rapportpv.scaffold.demande import Demande

_Annee = Annotated[
    str | None, typer.Argument(metavar="[ANNEE]", help="Année à poser, par exemple 2024.")
]
_Epci = Annotated[
    str | None, typer.Option("--epci", metavar="NOM", help="Nom de l’intercommunalité.")
]
_Sigle = Annotated[
    str | None, typer.Option("--sigle", metavar="SIGLE", help="Son sigle (les initiales).")
]
_Siren = Annotated[str | None, typer.Option("--siren", metavar="SIREN", help="Ses 9 chiffres.")]
_Contrat = Annotated[
    str | None,
    typer.Option(
        "--contrat", metavar="NOM", help="Contrat de ville (celui qui est en vigueur cette année)."
    ),
]
_ReprendreActions = Annotated[
    bool,
    typer.Option(
        "--reprendre-actions", help="Avec les actions de l’année précédente, sans leurs montants."
    ),
]
_Classeur = Annotated[
    str | None,
    typer.Option(
        "--classeur", metavar="NOM", help="Ne poser que ce classeur d’une année qui existe."
    ),
]
_Depuis = Annotated[
    Path | None,
    typer.Option(
        "--depuis",
        metavar="CLASSEUR",
        help="Le classeur que vous avez déjà : lu comme il est, jamais changé.",
    ),
]
_Oui = Annotated[bool, typer.Option("--oui", help="Avec --depuis : accepter ce qui est proposé.")]
_Forge = Annotated[
    str | None,
    typer.Option("--ci", metavar="FORGE", help="github ou gitlab : régénération automatique."),
]
_Installation = Annotated[
    str | None,
    typer.Option(
        "--installation",
        metavar="PAQUET",
        help="Ce que pip installe pour avoir rapportpv (cette version).",
    ),
]


def init(
    annee: _Annee = None,
    dossier: o.Dossier = None,
    *,
    epci: _Epci = None,
    sigle: _Sigle = None,
    siren: _Siren = None,
    contrat: _Contrat = None,
    reprendre_actions: _ReprendreActions = False,
    classeur: _Classeur = None,
    depuis: _Depuis = None,
    oui: _Oui = False,
    ci: _Forge = None,
    installation: _Installation = None,
    ecraser: Annotated[
        bool, typer.Option("--ecraser", help="Avec --ci : remplacer un fichier différent.")
    ] = False,
) -> None:
    """Pose un projet, ou l’année suivante d’un projet."""
    from rapportpv.console.depots import write_depots

    reprise = "oui" if reprendre_actions else None
    autres = {"--ci": ci, "--classeur": classeur, "--reprendre-actions": reprise}
    _refuse_mixed(depuis, annee, oui=oui, autres=autres)
    if annee is None:
        from rapportpv.reading.project import find_projet
        from rapportpv.scaffold.ci import lay_ci

        pose = lay_ci(find_projet(Path.cwd(), dossier), ci, installation, ecraser=ecraser)
        write_depots(pose.depots, pose.conseils)
        return
    from rapportpv.scaffold.annee import lay
    from rapportpv.scaffold.demande import Demande, read_annee

    demande = Demande(read_annee(annee), epci, sigle, siren, contrat, reprendre_actions, classeur)
    if depuis is not None:
        _lay_depuis(dossier, demande, depuis, oui=oui)
        return
    posee = lay(Path.cwd(), dossier, demande, ask)
    write_depots(posee.depots, posee.conseils)


def _refuse_mixed(
    depuis: Path | None, annee: str | None, *, oui: bool, autres: dict[str, str | None]
) -> None:
    """Refuse what --depuis goes without, and what goes without it."""
    from rapportpv.core.errors import OptionSansObjetError

    if depuis is None:
        if oui:
            raise OptionSansObjetError("--oui", "« rapportpv init 2024 --depuis CLASSEUR »")
        return
    for option, donnee in autres.items():
        if donnee is not None:
            raise OptionSansObjetError(option, "une commande « init » sans --depuis")
    if annee is None:
        from rapportpv.scaffold.errors import InitIncompletError

        raise InitIncompletError


def _lay_depuis(dossier: Path | None, demande: "Demande", depuis: Path, *, oui: bool) -> None:
    """Show what the workbook is proposed to be; lay it down once somebody says yes."""
    from rapportpv.console.depots import write_depots
    from rapportpv.console.proposition import write_proposition
    from rapportpv.scaffold.depuis.errors import DepuisSansAccordError
    from rapportpv.scaffold.depuis.pose import lay_chantier, open_chantier

    chantier = open_chantier(Path.cwd(), dossier, demande, depuis)
    write_proposition(chantier.proposition)
    reponse = "oui" if oui else ask("Enregistrer cette proposition (oui ou non)", "oui")
    if reponse is None:
        raise DepuisSansAccordError(chantier.commande)
    if reponse.casefold() not in {"oui", "o"}:
        write("Rien n’a été écrit.")
        return
    posee = lay_chantier(chantier, ask)
    write_depots(posee.depots, posee.conseils)
