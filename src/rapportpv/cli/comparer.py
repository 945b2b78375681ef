"""`rapportpv comparer`: what changed between two versions of a document."""

from pathlib import Path
from typing import Annotated

import typer

from rapportpv.console.formes import FormatComparaison

_Avant = Annotated[Path, typer.Argument(metavar="AVANT.docx", help="La version de départ.")]
_Apres = Annotated[Path, typer.Argument(metavar="APRES.docx", help="La version d’arrivée.")]
_Forme = Annotated[
    FormatComparaison,
    typer.Option("--format", help="Texte ; JSON pour un programme ; page HTML à imprimer."),
]
_Suivi = Annotated[
    Path | None,
    typer.Option(
        "--suivi",
        metavar="SORTIE.docx",
        help="Écrire là la version d’arrivée, avec les changements en suivi des modifications.",
    ),
]
_Ecraser = Annotated[
    bool,
    typer.Option("--ecraser", help="Remplacer un fichier qui existe déjà, après l’avoir gardé."),
]


def comparer(
    avant: _Avant,
    apres: _Apres,
    forme: _Forme = FormatComparaison.TEXT,
    suivi: _Suivi = None,
    *,
    ecraser: _Ecraser = False,
) -> None:
    """Dit ce qui a changé d’une version d’un document à une autre."""
    from rapportpv.commands.comparer import Demande, compare_documents
    from rapportpv.console.comparaison import write_comparaison
    from rapportpv.console.progres import show_attente

    with show_attente("Comparaison des deux documents…"):
        comparee = compare_documents(Demande(avant, apres, suivi, ecraser))
    write_comparaison(comparee, forme)
