"""`rapportpv show`: the figures and the tables of a year."""

from pathlib import Path
from typing import Annotated

import typer

from rapportpv.cli import options as o
from rapportpv.cli.codes import BLOQUE


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
    from rapportpv.console.anomalies import write_anomalies
    from rapportpv.console.flux import write_json
    from rapportpv.console.livre import write_places
    from rapportpv.console.progres import show_attente
    from rapportpv.console.tables import write_bilan
    from rapportpv.export.json import format_bilan
    from rapportpv.reading.project import find_projet
    from rapportpv.year.controle import check_annee

    with show_attente("Lecture des classeurs…"):
        controle = check_annee(find_projet(Path.cwd(), dossier).racine, annee)
    write_anomalies(controle.anomalies, err=True)
    if controle.is_blocked():
        raise typer.Exit(BLOQUE)
    if en_json:
        write_json(format_bilan(annee, controle.bilan, controle.livres))
    else:
        write_bilan(controle.bilan, sources=sources)
        if sources:
            write_places(controle.livres)
