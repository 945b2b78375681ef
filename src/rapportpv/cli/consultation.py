"""`rapportpv consultation`: who has answered, and who is to be reminded."""

from pathlib import Path

import typer

from rapportpv.cli import options as o
from rapportpv.cli.codes import BLOQUE


def consultation(
    annee: o.Annee,
    dossier: o.Dossier = None,
    au: o.Au = None,
    *,
    en_json: o.Json = False,
) -> None:
    """Dit où en sont les avis, et qui relancer."""
    from rapportpv.commands.consultation import follow_consultation, read_day
    from rapportpv.console.anomalies import write_anomalies
    from rapportpv.console.consultation import write_consultation
    from rapportpv.console.flux import write_json
    from rapportpv.export.consultation import format_consultation
    from rapportpv.reading.project import find_projet

    suivi = follow_consultation(find_projet(Path.cwd(), dossier).racine, annee, read_day(au))
    write_anomalies(suivi.anomalies, err=True)
    if suivi.consultes is not None and en_json:
        write_json(format_consultation(annee, suivi.consultes))
    elif suivi.consultes is not None:
        write_consultation(annee, suivi.consultes)
    if suivi.is_blocked:
        raise typer.Exit(BLOQUE)
