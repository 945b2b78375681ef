"""`rapportpv lot`: every project below a folder."""

from pathlib import Path
from typing import Annotated

import typer

from rapportpv.cli import options as o
from rapportpv.cli.codes import BLOQUE

_Dossier = Annotated[
    Path,
    typer.Argument(metavar="DOSSIER", help="Dossier qui contient ceux des projets."),
]
_Annee = Annotated[int, typer.Argument(metavar="ANNEE", help="Année du rapport, par exemple 2022.")]
_Document = Annotated[str, typer.Argument(metavar="DOCUMENT", help="Nom du document (rapport).")]
_Check = Annotated[bool, typer.Option("--check", help="Vérifier seulement, sans rien écrire.")]
_Refaire = Annotated[bool, typer.Option("--refaire", help="Refaire aussi ce dont rien n’a changé.")]
_Processus = Annotated[
    int | None,
    typer.Option(
        "--processus", metavar="N", min=1, help="Projets à la fois (un par processeur, sans elle)."
    ),
]
_Delai = Annotated[
    int,
    typer.Option("--delai", metavar="SECONDES", min=1, help="Temps laissé à chaque projet (600)."),
]


def lot(
    dossier: _Dossier,
    annee: _Annee,
    document: _Document = "rapport",
    *,
    verifier: _Check = False,
    refaire: _Refaire = False,
    processus: _Processus = None,
    delai: _Delai = 600,
    json: o.Json = False,
) -> None:
    """Fait le document de tous les projets d’un dossier."""
    from rapportpv.commands.lot.lot import Consigne, run_lot
    from rapportpv.console.flux import write_json
    from rapportpv.console.lot import write_lot
    from rapportpv.console.progres import show_progres
    from rapportpv.export.lot import format_lot

    consigne = Consigne(annee, document, verifier, refaire, processus or 0, delai)
    with show_progres("Vérification" if verifier else "Fabrication") as avance:
        fait = run_lot(
            dossier, consigne, lambda resultat, combien: avance(resultat.projet, combien)
        )
    if json:
        write_json(format_lot(annee, None if verifier else document, fait))
    else:
        write_lot(fait, annee, str(dossier))
    if fait.has_failed:
        raise typer.Exit(BLOQUE)
