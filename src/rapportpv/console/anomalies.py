"""Anomalies as lines: grouped under their workbook and sheet, the place first."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, TextIO

from msgspec import Struct

from rapportpv.console.flux import fold_lines, is_terminal, open_console
from rapportpv.console.flux import write as write_line
from rapportpv.core.anomalie import Anomalie, Severite, fold_fichiers, gather
from rapportpv.export.lecture import (
    clean,
    format_denombrement,
    format_nombre,
    hide_values,
    name_whole,
    shorten_cellules,
    shorten_lieu,
)
from rapportpv.french.typographie import INSECABLE, format_texte

if TYPE_CHECKING:
    from rapportpv.year.controle import Controle

_RANGS = {severite: rang for rang, severite in enumerate(Severite)}  # the worst first
_COULEURS = {Severite.ERREUR: "bold red", Severite.ALERTE: "yellow", Severite.INFO: "cyan"}


class _Ligne(Struct, frozen=True):
    """A line, and its colour where there are colours."""

    texte: str
    style: str = ""


def write_anomalies(
    anomalies: Iterable[Anomalie], *, err: bool = False, valeurs: bool = True
) -> None:
    """The anomalies by workbook, their severity in words and not by colour alone.

    On a terminal, by sheet too, the suggestion under each. In a file or a pipe, one line each with
    its whole place, so that each can be searched for, counted and copied: no line is folded there.
    Without `valeurs`, nothing of what the workbooks hold is told.
    """
    if not valeurs:
        anomalies = gather(map(hide_values, anomalies))
    anomalies = fold_fichiers(anomalies)
    flux = sys.stderr if err else sys.stdout
    terminal = is_terminal(flux)
    lignes: list[_Ligne] = []
    for fichier, siennes in groupby(anomalies, lambda anomalie: anomalie.lieu.fichier):
        groupe = list(siennes)
        denombrement = format_denombrement(groupe)
        lignes += [_Ligne("")] if lignes else []
        lignes.append(_Ligne(f"{clean(fichier)}{INSECABLE}: {denombrement}", "bold"))
        lignes += _list_feuilles(groupe) if terminal else map(_format_ligne, groupe)
    _print(lignes, flux, terminal=terminal)


def _print(lignes: Iterable[_Ligne], flux: TextIO, *, terminal: bool) -> None:
    if terminal:
        console = open_console(flux)
        for ligne in lignes:
            console.print(fold_lines(ligne.texte, flux), style=ligne.style, soft_wrap=True)
    else:
        for ligne in lignes:
            print(ligne.texte, file=flux)


def _format_ligne(anomalie: Anomalie) -> _Ligne:
    textes = (f"{shorten_lieu(anomalie.lieu)}{INSECABLE}:", _format_faute(anomalie))
    return _Ligne(" ".join(filter(None, (*textes, clean(anomalie.suggestion or "")))))


def _list_feuilles(anomalies: Iterable[Anomalie]) -> Iterator[_Ligne]:
    for feuille, siennes in groupby(anomalies, lambda anomalie: anomalie.lieu.feuille):
        if feuille:
            yield _Ligne(f"  {clean(feuille)}", "bold")
        for anomalie in siennes:
            yield from _list_lignes(anomalie)


def _list_lignes(anomalie: Anomalie) -> Iterator[_Ligne]:
    lieu, style = anomalie.lieu, _COULEURS[anomalie.severite]
    place = clean(shorten_cellules(lieu.dites))
    place = place or name_whole(lieu)
    yield _Ligne(f"    {place}{INSECABLE}: {_format_faute(anomalie)}", style)
    if anomalie.suggestion:
        yield _Ligne(f"        {clean(anomalie.suggestion)}")


def _format_faute(anomalie: Anomalie) -> str:
    return clean(f"{anomalie.severite} {anomalie.rule.code} {anomalie.message}")


def write_resume(controle: Controle, *, err: bool = False) -> None:
    """How many anomalies there are, or that there is none."""
    dites = fold_fichiers(controle.anomalies)
    anomalies = sorted(dites, key=lambda anomalie: _RANGS[anomalie.severite])
    resume = format_denombrement(anomalies, controle.acceptees)
    if anomalies:
        resume += f". « rapportpv explain {anomalies[0].rule.code} » explique la première."
    else:
        lus = format_nombre(controle.lignes, "projet lu")
        resume = f"{', '.join(filter(None, ('aucune anomalie', resume)))} ({lus})."
    write_line(format_texte(f"{controle.millesime} : {resume}"), err=err)
