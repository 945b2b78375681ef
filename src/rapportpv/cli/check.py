"""`rapportpv check`: the anomalies of a year, or of all of them."""

from pathlib import Path
from typing import Annotated

import typer

from rapportpv.cli import options as o
from rapportpv.cli.codes import BLOQUE
from rapportpv.cli.completion import propose_annees
from rapportpv.console.formes import Format

_Annoter = Annotated[
    Path | None,
    typer.Option(
        "--annoter",
        metavar="DOSSIER",
        help="Écrire là une copie annotée de chaque classeur lu.",
    ),
]
_Forme = Annotated[
    Format,
    typer.Option(
        "--format",
        help="Texte ; JSON pour un programme ; annotations GitHub ; page HTML à transmettre.",
    ),
]


def check(
    annee: Annotated[
        int | None,
        typer.Argument(
            metavar="[ANNEE]",
            help="Une année (toutes, sans elle).",
            autocompletion=propose_annees,
        ),
    ] = None,
    dossier: o.Dossier = None,
    forme: _Forme = Format.TEXT,
    annoter: _Annoter = None,
    *,
    sans_valeurs: o.SansValeurs = False,
    strict: Annotated[bool, typer.Option("--strict", help="Une alerte bloque aussi.")] = False,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Sortir avec le code 0, quoi qu’il soit trouvé.")
    ] = False,
) -> None:
    """Cherche toutes les anomalies des classeurs."""
    from rapportpv.commands.check import check_annees
    from rapportpv.console.controles import write_controles, write_copies
    from rapportpv.console.progres import show_attente
    from rapportpv.reading.project import find_projet, require_annees

    racine = find_projet(Path.cwd(), dossier).racine
    annees = [annee] if annee is not None else require_annees(racine)
    with show_attente("Lecture et vérification des classeurs…"):
        controles = check_annees(racine, annees)
    write_controles(controles, forme, racine, annee, valeurs=not sans_valeurs)
    if annoter is not None:
        from rapportpv.export.annoter import annotate_classeurs

        anomalies = (anomalie for controle in controles for anomalie in controle.anomalies)
        livres = (livre for controle in controles for livre in controle.livres)
        copies = annotate_classeurs(racine, anomalies, annoter, livres)
        write_copies(copies, err=forme is not Format.TEXT)
    bloque = any(controle.is_blocked(strict=strict) for controle in controles)
    if bloque and not exit_zero:
        raise typer.Exit(BLOQUE)
