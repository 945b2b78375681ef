"""Anomalies as workflow commands: what GitHub shows beside a file, without reading a log."""

from collections.abc import Iterable

from rapportpv.core.anomalie import Anomalie, Severite
from rapportpv.export.lecture import shorten_cellules
from rapportpv.french.typographie import INSECABLE, show_signs

_NIVEAUX = {Severite.ERREUR: "error", Severite.ALERTE: "warning", Severite.INFO: "notice"}
_DONNEE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPRIETE = _DONNEE | str.maketrans({":": "%3A", ",": "%2C"})


def format_github(anomalies: Iterable[Anomalie], dossier: str = "") -> str:
    """A command for each anomaly; `dossier` leads from the top of the repository to the project.

    A workbook has no lines: the sheet and the cells begin the message. GitHub shows ten of each
    level, so the order is left as it is.
    """
    return "\n".join(_format_commande(anomalie, dossier) for anomalie in anomalies)


def _format_commande(anomalie: Anomalie, dossier: str) -> str:
    lieu = anomalie.lieu
    fichier = "/".join(filter(None, (dossier, lieu.fichier)))
    titre = f"{anomalie.rule.code} {anomalie.rule.nom}"
    ici = " › ".join(filter(None, (lieu.feuille, shorten_cellules(lieu.dites))))
    texte = " ".join(
        filter(None, (ici and f"{ici}{INSECABLE}:", anomalie.message, anomalie.suggestion))
    )
    proprietes = f"file={_escape_propriete(fichier)},title={_escape_propriete(titre)}"
    return show_signs(f"::{_NIVEAUX[anomalie.severite]} {proprietes}::{texte.translate(_DONNEE)}")


def _escape_propriete(texte: str) -> str:
    return texte.translate(_PROPRIETE)
