"""`rapportpv relire`: an edited document proofread against the figures of its year."""

from pathlib import Path
from typing import Annotated

import typer

from rapportpv.cli import options as o
from rapportpv.cli.codes import BLOQUE
from rapportpv.console.formes import FormatRelecture

_Fichier = Annotated[
    Path, typer.Argument(metavar="FICHIER", help="Le document : .docx, .odt, .txt ou .pdf.")
]
_Forme = Annotated[
    FormatRelecture,
    typer.Option("--format", help="Texte ; JSON pour un programme ; certificat HTML à imprimer."),
]
_Annoter = Annotated[
    Path | None,
    typer.Option(
        "--annoter", metavar="COPIE", help="Écrire là une copie .docx avec des commentaires Word."
    ),
]
_Ecraser = Annotated[
    bool,
    typer.Option("--ecraser", help="Remplacer une copie qui existe déjà, après l’avoir gardée."),
]


def relire(
    fichier: _Fichier,
    annee: o.Annee,
    dossier: o.Dossier = None,
    forme: _Forme = FormatRelecture.TEXT,
    annoter: _Annoter = None,
    *,
    ecraser: _Ecraser = False,
) -> None:
    """Relit les nombres d’un document retouché."""
    from rapportpv.commands.relire import Demande, relire_document
    from rapportpv.console.anomalies import write_anomalies
    from rapportpv.console.progres import show_attente
    from rapportpv.console.relecture import write_relecture
    from rapportpv.reading.project import find_projet

    racine = find_projet(Path.cwd(), dossier).racine
    with show_attente("Lecture du document et des classeurs…"):
        relue = relire_document(Demande(racine, annee, fichier, annoter, ecraser))
    if relue.relecture is None:
        write_anomalies(relue.controle.anomalies, err=True)
        raise typer.Exit(BLOQUE)
    write_relecture(relue.relecture, forme, relue.copie, relue.gardee)
    if relue.relecture.is_contredite:
        raise typer.Exit(BLOQUE)
