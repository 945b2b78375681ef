"""`rapportpv diff`: what changed since a year was published, or between two years."""

from pathlib import Path
from typing import Annotated

import typer

from rapportpv.cli import options as o
from rapportpv.cli.codes import BLOQUE
from rapportpv.cli.completion import propose_annees
from rapportpv.console.formes import FormatDiff

_FormeDiff = Annotated[
    FormatDiff, typer.Option("--format", help="Texte ; JSON ; Markdown (vide si rien n’a changé).")
]


def diff(
    annee: o.Annee,
    autre: Annotated[
        int | None,
        typer.Argument(
            metavar="[AUTRE]",
            help="Une autre année, dont comparer les chiffres.",
            autocompletion=propose_annees,
        ),
    ] = None,
    dossier: o.Dossier = None,
    forme: _FormeDiff = FormatDiff.TEXT,
    *,
    en_json: Annotated[bool, typer.Option("--json", help="Comme --format json.")] = False,
    sans_valeurs: o.SansValeurs = False,
) -> None:
    """Montre ce qui a changé depuis la publication de l’année."""
    from rapportpv.commands.publication import diff_annee
    from rapportpv.console.anomalies import write_anomalies
    from rapportpv.console.ecarts import write_ecarts
    from rapportpv.reading.project import find_projet

    comparaison = diff_annee(find_projet(Path.cwd(), dossier).racine, annee, autre)
    write_anomalies(comparaison.controle.anomalies, err=True, valeurs=not sans_valeurs)
    if comparaison.ecarts is None:
        raise typer.Exit(BLOQUE)
    write_ecarts(comparaison.ecarts, FormatDiff.JSON if en_json else forme)
