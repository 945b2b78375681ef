"""What a rule said of a project, short enough to be compared in a test."""

from pathlib import Path

from rapportpv.core.anomalie import Anomalie
from rapportpv.year.controle import check_annee

INSECABLE = "\u00a0"


def anomalies(projet: Path, code: str) -> list[Anomalie]:
    """The anomalies of that rule in the project's year."""
    return [a for a in check_annee(projet, 2023).anomalies if a.rule.code == code]


def told(projet: Path, code: str) -> list[tuple[str, str | None, str | None]]:
    """Of each anomaly of that rule: its sheet's cells, what was read, what to type instead."""
    return [(place_of(a), a.valeur, meant(a.suggestion)) for a in anomalies(projet, code)]


def place_of(anomalie: Anomalie) -> str:
    """Its sheet's cells."""
    return f"{anomalie.lieu.feuille} {', '.join(anomalie.lieu.cellules)}"


def meant(suggestion: str | None) -> str | None:
    """The text that a suggestion says to type; the suggestion itself when it says otherwise."""
    if suggestion is None:
        return None
    return suggestion.removeprefix(f"Écrivez «{INSECABLE}").removesuffix(f"{INSECABLE}».")
