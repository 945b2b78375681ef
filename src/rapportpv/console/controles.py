"""What a check found, in the format that was asked for, and what became of the copies."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rapportpv.console.anomalies import write_anomalies, write_resume
from rapportpv.console.flux import format_chemin, write, write_html, write_json
from rapportpv.console.formes import Format
from rapportpv.console.inventaire import write_inventaires
from rapportpv.core.anomalie import Anomalie, gather
from rapportpv.export.releve import Releve
from rapportpv.french.typographie import format_texte

if TYPE_CHECKING:
    from rapportpv.export.annoter import Copie
    from rapportpv.year.controle import Controle


def write_controles(
    controles: Sequence[Controle],
    forme: Format,
    racine: Path,
    annee: int | None,
    *,
    valeurs: bool = True,
) -> None:
    """The anomalies of all those years, each told once; `annee` is the one asked for, if one was.

    Without `valeurs`, nothing of what the workbooks hold is told.
    """
    anomalies = _gather(controles, valeurs=valeurs)
    releve = _gather_releve(controles)
    match forme:
        case Format.JSON:
            from rapportpv.export.json import format_anomalies

            write_json(format_anomalies(annee, anomalies, releve, valeurs=valeurs))
        case Format.HTML:
            from rapportpv.export.html import format_html

            annees = [c.millesime for c in controles]
            write_html(format_html(annees, anomalies, releve, valeurs=valeurs))
        case Format.GITHUB:
            from rapportpv.export.github import format_github

            if anomalies:
                write(format_github(anomalies, _from_repository(racine)), plier=False)
            _write_resumes(controles, err=True)
        case Format.TEXT:
            write_anomalies(anomalies)
            if anomalies:
                write("")
            if releve.inventaires:
                write_inventaires(releve, valeurs=valeurs)
                write("")
            _write_fin(controles, annee)


def _gather(controles: Iterable[Controle], *, valeurs: bool) -> list[Anomalie]:
    from rapportpv.export.lecture import hide_values

    anomalies = gather(a for c in controles for a in c.anomalies)
    return anomalies if valeurs else [hide_values(anomalie) for anomalie in anomalies]


def _gather_releve(controles: Sequence[Controle]) -> Releve:
    """What is told of all those years beside their anomalies."""
    return Releve(
        sum(controle.lignes for controle in controles),
        sum(controle.acceptees for controle in controles),
        tuple(livre for controle in controles for livre in controle.livres),
        tuple(c.inventaire for c in controles if c.inventaire is not None),
    )


def _write_fin(controles: Sequence[Controle], annee: int | None) -> None:
    """How many anomalies there are, which years were looked at."""
    _write_resumes(controles)
    if annee is None and len(controles) > 1:
        verifiees = ", ".join(str(controle.millesime) for controle in controles)
        write(format_texte(f"Années vérifiées : {verifiees}."))


def _write_resumes(controles: Iterable[Controle], *, err: bool = False) -> None:
    for controle in controles:
        write_resume(controle, err=err)


def _from_repository(racine: Path) -> str:
    """The way from the top of the repository to the project: GitHub looks for files there."""
    depot = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd()).resolve()
    if not racine.is_relative_to(depot):
        return ""
    chemin = racine.relative_to(depot).as_posix()
    return "" if chemin == "." else chemin


def write_copies(copies: Iterable[Copie], *, err: bool = False) -> None:
    """Where each annotated copy is and what it lacks, or why there is none."""
    ordre = sorted(copies, key=lambda copie: copie.fichier)
    lignes = [ligne for copie in ordre for ligne in _list_lignes(copie)]
    for ligne in lignes or ["Aucun classeur à annoter."]:
        write(format_texte(ligne), err=err)


def _list_lignes(copie: Copie) -> list[str]:
    if copie.chemin is None:
        return [f"Pas de copie annotée de « {copie.fichier} » : {copie.raison}."]
    reserves = [f"  {copie.reserves}"] if copie.reserves else []
    return [f"Copie annotée : {format_chemin(copie.chemin)}", *reserves]
