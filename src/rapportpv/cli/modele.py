"""`rapportpv modele`: a template copied into the project, to be changed in Word."""

from pathlib import Path
from typing import Annotated

import typer

from rapportpv.cli import options as o


def modele(
    document: Annotated[
        str | None,
        typer.Argument(metavar="[DOCUMENT]", help="rapport, deliberation, courrier ou relance."),
    ] = None,
    dossier: o.Dossier = None,
) -> None:
    """Copie un modèle, pour le changer ; sans nom, les liste."""
    from rapportpv.commands.modeles import copy_modele, list_copiables
    from rapportpv.console.modeles import write_copie_de_modele, write_modeles
    from rapportpv.reading.project import find_projet

    racine = find_projet(Path.cwd(), dossier).racine
    if document is None:
        write_modeles(list_copiables(racine), racine)
    else:
        write_copie_de_modele(copy_modele(racine, document))
