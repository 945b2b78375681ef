"""What a proofreading found, in the format that was asked for."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from rapportpv.console.fabrication import write_gardees
from rapportpv.console.flux import (
    format_chemin,
    is_terminal,
    open_console,
    printable,
    write,
    write_html,
    write_json,
)
from rapportpv.console.formes import FormatRelecture
from rapportpv.french.typographie import format_texte

if TYPE_CHECKING:
    from rapportpv.core.relecture import AdditionFausse, NombreRelu, Relecture

_EN_GRAS = "bold"


def write_relecture(
    relecture: Relecture,
    forme: FormatRelecture,
    copie: Path | None,
    gardee: Path | None = None,
) -> None:
    """The verdicts, and where the annotated copy is."""
    match forme:
        case FormatRelecture.JSON:
            from rapportpv.export.relecture import format_relecture_json

            write_json(format_relecture_json(relecture))
        case FormatRelecture.HTML:
            from rapportpv.export.certificat import format_certificat

            write_html(format_certificat(relecture))
        case FormatRelecture.TEXT:
            _write_lignes(_list_lignes(relecture))
    if copie is not None:
        texte = format_texte(f"Copie annotée : {format_chemin(copie)}")
        err = forme is not FormatRelecture.TEXT
        write(texte, err=err)
        write_gardees([gardee] if gardee else [], err=err)


def _write_lignes(lignes: Iterator[str]) -> None:
    if not is_terminal(sys.stdout):
        for ligne in lignes:
            write(ligne)
        return
    console = open_console(sys.stdout)
    for ligne in lignes:
        style = _EN_GRAS if ligne[:1].strip() else ""
        console.print(printable(ligne, console.encoding), style=style, soft_wrap=True)


def _list_lignes(relecture: Relecture) -> Iterator[str]:
    from rapportpv.core.relecture import Verdict
    from rapportpv.export.lecture import clean
    from rapportpv.export.relecture import count_verdicts

    if contredits := relecture.of(Verdict.CONTREDIT):
        yield "Contredisent un chiffre"
        yield from (clean(f"  {_tell_contredit(nombre)}") for nombre in contredits)
    if relecture.additions:
        yield "Tableaux dont le compte est faux"
        yield from (clean(f"  {_tell_addition(addition)}") for addition in relecture.additions)
    if inconnus := relecture.of(Verdict.SANS_SOURCE):
        yield "Sans source (à vérifier vous-même)"
        yield from (clean(format_texte(f"  « {n.ecrit} » : {n.place}")) for n in inconnus)
    yield from (clean(format_texte(remarque)) for remarque in relecture.remarques)
    yield clean(format_texte(f"{relecture.fichier} : {count_verdicts(relecture)}."))


def _tell_contredit(nombre: NombreRelu) -> str:
    cause = f" ({nombre.cause})" if nombre.cause else ""
    nom = nombre.nom or nombre.libelle
    return format_texte(f"« {nombre.ecrit} » : {nom} vaut {nombre.juste}{cause}. {nombre.place}")


def _tell_addition(addition: AdditionFausse) -> str:
    faux = f"« {addition.ecrit} » : {addition.calcul} fait {addition.juste}"
    return format_texte(f"{faux}. {addition.place}")
