"""What became of the files that `init` lays down."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rapportpv.console.flux import format_chemin, write
from rapportpv.french.typographie import format_texte


def write_depots(depots: Iterable[tuple[str, Path]], conseils: Iterable[str]) -> None:
    """Each file and what became of it, then what is left to do by hand."""
    for etat, chemin in depots:
        write(format_texte(f"{etat} : {format_chemin(chemin)}"))
    for conseil in conseils:
        write(format_texte(conseil), err=True)
