"""What became of the numbers of each sheet, on a terminal."""

from collections.abc import Iterable

from rapportpv.console.flux import write
from rapportpv.core.livre import Livre, Sort
from rapportpv.export.lecture import clean
from rapportpv.export.livre import EXPLICATIONS, format_part, format_place
from rapportpv.french.typographie import format_texte


def write_places(livres: Iterable[Livre]) -> None:
    """Where the cells of each fate are, sheet by sheet."""
    for livre in livres:
        write(format_texte(f"{clean(livre.fichier)} › {clean(livre.feuille)} :"))
        for sort in Sort:
            part = livre.part(sort)
            if part.cellules:
                place = clean(format_place(livre, sort))
                suite = f" : {place}" if place else ""
                write(format_texte(f"  {format_part(sort, part)}{suite}. {EXPLICATIONS[sort]}"))
