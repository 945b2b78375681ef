"""What a grid of cells is: a table with headings, or a way to lay a page out."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from rapportpv.review.lecture.passage import Bloc, Cellule, TableauLu, is_section, place_cells

_CHIFFREE = re.compile(r"\d ?(?:€|%|euros?\b)|^\W*\d[\d\s.,]*\W*$")
_MISE_EN_PAGE = 2  # rows of a grid without headings: figures above, what they are below


def finish_table(tableau: TableauLu) -> Iterator[Bloc]:
    """The table with its headings found and its cells placed; its passages, of a mere layout."""
    rangees = tuple(r for r in tableau.rangees if any(c.texte for c in r))
    if not rangees:
        return
    entetes = min(tableau.entetes, len(rangees) - 1)
    if entetes == 1 and is_section(rangees[0]):
        entetes = 0
    entetes = entetes or int(_has_headings(rangees))
    if not entetes and len(rangees) <= _MISE_EN_PAGE:
        yield from _unroll(rangees)
    else:
        yield place_cells(replace(tableau, rangees=rangees, entetes=entetes))


def _has_headings(rangees: tuple[tuple[Cellule, ...], ...]) -> bool:
    """Whether the first row has words only, over rows that have figures."""
    premiere, *autres = rangees
    if len(premiere) < 2 or any(_CHIFFREE.search(c.texte) for c in premiere):
        return False
    remplies = [c for c in premiere if c.texte]
    return len(remplies) > 1 and any(_CHIFFREE.search(c.texte) for r in autres for c in r)


def _unroll(rangees: tuple[tuple[Cellule, ...], ...]) -> Iterator[Bloc]:
    """The passages of a layout, each with the words of its column around it."""
    for rangee in rangees:
        for rang, cellule in enumerate(rangee):
            if cellule.suite:
                continue
            colonne = (r[rang].texte for r in rangees if rang < len(r))
            alentour = " ".join(dict.fromkeys(colonne))
            yield from (replace(p, alentour=alentour) for p in cellule.passages)
