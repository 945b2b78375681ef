"""`rapportpv init`: the scheduled regeneration of the report."""

from pathlib import Path
from typing import Annotated

import typer

from rapportpv.cli import options as o
from rapportpv.console import write_depots

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
    dossier: o.Dossier = None,
    ci: _Forge = None,
    installation: _Installation = None,
    *,
    ecraser: Annotated[
        bool, typer.Option("--ecraser", help="Remplacer un fichier qui est différent.")
    ] = False,
) -> None:
    """Pose la régénération automatique du rapport."""
    from rapportpv.reading.project import find_projet
    from rapportpv.scaffold.ci import lay_ci

    pose = lay_ci(find_projet(Path.cwd(), dossier), ci, installation, ecraser=ecraser)
    write_depots(pose.depots, pose.conseils)
