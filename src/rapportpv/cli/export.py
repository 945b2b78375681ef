"""`rapportpv export`: the open data of a year."""

from pathlib import Path
from typing import Annotated

import typer

from rapportpv.cli import options as o
from rapportpv.cli.codes import BLOQUE

_Sortie = Annotated[
    Path | None,
    typer.Option("--sortie", metavar="DOSSIER", help="Où écrire (le dossier « sortie »)."),
]
_Parquet = Annotated[
    bool, typer.Option("--parquet", help="Aussi en Parquet (avec l’extra « parquet »).")
]


def export(
    annee: o.Annee,
    dossier: o.Dossier = None,
    sortie: _Sortie = None,
    *,
    parquet: _Parquet = False,
    sans_valeurs: o.SansValeurs = False,
) -> None:
    """Écrit les données ouvertes de l’année."""
    from rapportpv.commands.export import export_annee
    from rapportpv.console.anomalies import write_anomalies
    from rapportpv.console.donnees import write_donnees
    from rapportpv.reading.project import find_projet

    projet = find_projet(Path.cwd(), dossier)
    donnees = export_annee(projet.racine, annee, sortie or projet.sortie, parquet=parquet)
    anomalies = (*donnees.controle.anomalies, *donnees.manques)
    write_anomalies(anomalies, err=True, valeurs=not sans_valeurs)
    write_donnees(donnees, valeurs=not sans_valeurs)
    if donnees.dossier is None or donnees.manques:
        raise typer.Exit(BLOQUE)
