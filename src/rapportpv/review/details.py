"""The lines of a table that change, each in a few words."""

from collections.abc import Iterator, Sequence

from rapportpv.review.alignement import Rangee, align_rangees


def tell_rangees(avant: str, apres: str) -> tuple[str, ...]:
    """What changes between two readings of a table, a line a row."""
    siennes, voulues = _split(avant), _split(apres)
    paires = {rang: vieux for vieux, rang in align_rangees(siennes, voulues)}
    gardees = set(paires.values())
    return (
        *_changed(siennes, voulues, paires),
        *(f"+ {_whole(r)}" for rang, r in enumerate(voulues) if rang not in paires),
        *(f"\u2212 {_whole(r)}" for rang, r in enumerate(siennes) if rang not in gardees),
    )


def _changed(
    siennes: Sequence[Rangee], voulues: Sequence[Rangee], paires: dict[int, int]
) -> Iterator[str]:
    for rang, vieux in paires.items():
        avant, apres = siennes[vieux], voulues[rang]
        if avant != apres:
            cellules = (
                f"{_show(a)} → {_show(b)}"
                for a, b in zip(avant, apres, strict=False)
                if a != b  # rows of a pair have as many cells
            )
            yield f"{_show(avant[0])}\u00a0: {', '.join(cellules)}"


def _split(lu: str) -> list[Rangee]:
    return [tuple(ligne.split("\t")) for ligne in lu.split("\n")] if lu else []


def _whole(rangee: Rangee) -> str:
    return " | ".join(map(_show, rangee))


def _show(cellule: str) -> str:
    """The words of a cell; a figure in it, which is told by itself, is «…»."""
    morceaux = cellule.split("\ufffc")
    return "".join("…" if rang % 2 else m for rang, m in enumerate(morceaux)) or "(vide)"
