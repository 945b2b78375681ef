"""What changed since a year was published."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from rapportpv.console.flux import is_terminal, open_console, printable, write, write_json
from rapportpv.console.formes import FormatDiff
from rapportpv.french.typographie import format_texte

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rapportpv.published.ecarts import Ecarts

_COULEURS = {"-": "red", "+": "green"}


def write_ecarts(ecarts: Ecarts, forme: FormatDiff) -> None:
    """The changes; in Markdown, nothing at all when there is none."""
    from rapportpv.published.formats import format_ecarts_json, format_ecarts_markdown

    match forme:
        case FormatDiff.JSON:
            write_json(format_ecarts_json(ecarts))
        case FormatDiff.MARKDOWN:
            if ecarts:
                write(format_ecarts_markdown(ecarts), plier=False)
        case FormatDiff.TEXT:
            _write_lignes(_list_lignes(ecarts))


def _write_lignes(lignes: Iterator[str]) -> None:
    if not is_terminal(sys.stdout):
        for ligne in lignes:
            write(ligne)
        return
    console = open_console(sys.stdout)
    for ligne in lignes:
        style = "bold" if ligne[:1].strip() else _COULEURS.get(ligne.strip()[:1], "")
        console.print(printable(ligne, console.encoding), style=style, soft_wrap=True)


def _list_lignes(ecarts: Ecarts) -> Iterator[str]:
    from rapportpv.published import formats as export

    if ecarts.depuis is None:
        yield format_texte(
            f"{ecarts.annee} : rien n’a encore été publié. "
            f"« rapportpv build {ecarts.annee} --publier » le fait."
        )
        return
    yield export.format_depuis(ecarts)
    for document in ecarts.document:
        yield format_texte(f"  {document.libelle} : {document.avant} → {document.apres}")
    if ecarts.chiffres:
        yield "Chiffres"
        yield from (f"  {export.format_ecart(ecart)}" for ecart in ecarts.visibles)
        if invisibles := export.format_invisibles(ecarts):
            yield f"  {invisibles}"
    for tableau in ecarts.tableaux:
        yield format_texte(f"Tableau « {tableau.titre} »")
        yield from (f"  {ligne}" for ligne in export.list_lignes(tableau))
    if ecarts.textes:
        yield "Textes"
        yield from (format_texte(f"  {e.fichier} : {e.etat}") for e in ecarts.textes)
