"""What changed between two documents, in the format that was asked for."""

from __future__ import annotations

import sys
from itertools import groupby
from typing import TYPE_CHECKING

from rapportpv.console.fabrication import ETATS, write_gardees
from rapportpv.console.flux import (
    format_chemin,
    is_terminal,
    open_console,
    printable,
    write,
    write_html,
    write_json,
)
from rapportpv.console.formes import FormatComparaison
from rapportpv.french.typographie import format_texte

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rapportpv.commands.comparer import Comparee
    from rapportpv.core.comparaison import Changement

_LARGEUR = (40, 110)  # columns of a line that is read with ease


def write_comparaison(comparee: Comparee, forme: FormatComparaison) -> None:
    """The changes, and where the document with tracked changes is."""
    from rapportpv.export import comparaison as export

    match forme:
        case FormatComparaison.JSON:
            write_json(export.format_comparaison_json(comparee.comparaison))
        case FormatComparaison.HTML:
            write_html(export.format_comparaison_html(comparee.comparaison))
        case FormatComparaison.TEXT:
            _write_lignes(_list_lignes(comparee))
    if comparee.suivi is not None:
        suivi = comparee.suivi
        err = forme is not FormatComparaison.TEXT
        write(format_texte(f"{ETATS[suivi.etat.name]} : {format_chemin(suivi.chemin)}"), err=err)
        write_gardees([suivi.gardee] if suivi.gardee else [], err=err)


def _write_lignes(lignes: Iterator[str]) -> None:
    """To a person, lines that fit the window; to a file, each whole."""
    if not is_terminal(sys.stdout):
        for ligne in lignes:
            write(ligne)
        return
    import textwrap

    console = open_console(sys.stdout)
    largeur = min(max(console.width, _LARGEUR[0]), _LARGEUR[1])
    for ligne in lignes:
        retrait = " " * (len(ligne) - len(ligne.lstrip(" ")) + 2)
        plie = textwrap.fill(ligne, largeur, subsequent_indent=retrait, break_on_hyphens=False)
        style = "bold" if ligne[:1].strip() else ""
        console.print(printable(plie, console.encoding), style=style, soft_wrap=True)


def _list_lignes(comparee: Comparee) -> Iterator[str]:
    from rapportpv.export import comparaison as export
    from rapportpv.export.lecture import clean

    comparaison = comparee.comparaison
    yield export.format_bilan(comparaison)
    if comparaison.chiffres:
        yield "Chiffres"
    for chiffre in comparaison.chiffres:
        yield f"  {export.tell_chiffre(chiffre)}"
        yield from (f"    {place}" for place in export.list_places(chiffre))
    for titre, changements in export.group_changements(comparaison):
        yield titre
        for tableau, siens in groupby(changements, lambda c: c.place.tableau):
            if tableau:
                yield f"  {clean(tableau)}"
            for changement in siens:
                yield from _list_changement(changement, marge="    " if tableau else "  ")
    if forme := export.format_forme(comparaison):
        yield forme
    yield from (format_texte(remarque) for remarque in comparaison.remarques)


def _list_changement(changement: Changement, marge: str) -> Iterator[str]:
    """What changed, and where under its heading or in its table; then its words."""
    from rapportpv.export import comparaison as export

    en_table = bool(changement.place.tableau)
    place = export.tell_case(changement) if en_table else export.tell_place(changement)
    yield format_texte(
        f"{marge}{export.tell_changement(changement)}{' : ' if place else ''}{place}"
    )
    yield from (f"{marge}  {detail}" for detail in export.list_details(changement))
