"""`rapportpv refresh`: the year's figures put into an edited document."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rapportpv.cli import options as o
from rapportpv.cli.codes import BLOQUE
from rapportpv.core.errors import OptionSansObjetError

if TYPE_CHECKING:
    from rapportpv.commands.refresh import Demande

_Fichier = Annotated[
    Path, typer.Argument(metavar="FICHIER.docx", help="Le document, retouché dans Word.")
]
_Essai = Annotated[bool, typer.Option("--dry-run", help="Dire ce qui changerait, sans écrire.")]
_Suivi = Annotated[bool, typer.Option("--suivi", help="En suivi des modifications de Word.")]
_SurPlace = Annotated[
    bool, typer.Option("--sur-place", help="Remplacer le fichier, après en avoir gardé une copie.")
]
_Sortie = Annotated[
    Path | None,
    typer.Option("--sortie", metavar="DOSSIER", help="Où écrire (à côté du document)."),
]
_Ecraser = Annotated[
    list[str] | None,
    typer.Option("--ecraser", metavar="NOM", help="Remplacer cette partie, retouchée à la main."),
]
_Ajouter = Annotated[
    list[str] | None,
    typer.Option("--ajouter", metavar="NOM", help="Mettre cette partie, que le document n’a pas."),
]
_Force = Annotated[bool, typer.Option("--force", help="Malgré les erreurs des classeurs.")]


def refresh(  # noqa: PLR0917
    fichier: _Fichier,
    annee: o.Annee,
    dossier: o.Dossier = None,
    sortie: _Sortie = None,
    ecraser: _Ecraser = None,
    ajouter: _Ajouter = None,
    *,
    suivi: _Suivi = False,
    essai: _Essai = False,
    sur_place: _SurPlace = False,
    force: _Force = False,
    sans_valeurs: o.SansValeurs = False,
) -> None:
    """Met à jour les chiffres d’un document retouché dans Word."""
    if sur_place and sortie is not None:
        raise OptionSansObjetError("--sortie", "un document écrit à côté, et non --sur-place")
    from rapportpv.commands.refresh import Demande
    from rapportpv.reading.project import find_projet

    demande = Demande(
        find_projet(Path.cwd(), dossier).racine,
        fichier,
        annee,
        sortie,
        sur_place=sur_place,
        essai=essai,
        suivi=suivi,
        malgre_erreurs=force,
        ecraser=tuple(ecraser or ()),
        ajouter=tuple(ajouter or ()),
    )
    _write(demande, valeurs=not sans_valeurs)


def _write(demande: "Demande", *, valeurs: bool) -> None:
    from rapportpv.commands.refresh import refresh_fichier
    from rapportpv.console.anomalies import write_anomalies
    from rapportpv.console.progres import show_attente
    from rapportpv.console.rafraichissement import write_rafraichissement

    with show_attente("Lecture du document et des classeurs…"):
        fait = refresh_fichier(demande)
    write_anomalies(fait.controle.anomalies, err=True, valeurs=valeurs)
    write_rafraichissement(fait, essai=demande.essai, valeurs=valeurs)
    if not fait.complet:
        raise typer.Exit(BLOQUE)
