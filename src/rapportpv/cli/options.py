"""The arguments and options that several commands have: their names, and what their help says."""

from pathlib import Path
from typing import Annotated

import typer

from rapportpv.cli.completion import propose_annees

Annee = Annotated[
    int,
    typer.Argument(
        metavar="ANNEE",
        help="Année du rapport, par exemple 2022.",
        autocompletion=propose_annees,
    ),
]
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
SansValeurs = Annotated[
    bool,
    typer.Option(
        "--sans-valeurs",
        envvar="RAPPORTPV_SANS_VALEURS",
        help="Ne rien montrer de ce que contiennent les classeurs (journaux publics).",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="En JSON, pour un programme.")]
