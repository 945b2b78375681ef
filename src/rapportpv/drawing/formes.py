"""Shapes moved and put together."""

from collections.abc import Iterable, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from rapportpv.core.dessin import Forme, Point, Rectangle


class Pave(Struct, frozen=True):
    """Shapes that hold together: their size, and where a line from above comes in."""

    largeur: int
    hauteur: int
    formes: tuple[Forme, ...]
    ancre: int = 0
    ancres: tuple[int, ...] = field(default=())

    def shifted(self, dx: int, dy: int) -> tuple[Forme, ...]:
        """The shapes, moved."""
        return tuple(shift(forme, dx, dy) for forme in self.formes)


def shift(forme: Forme, dx: int, dy: int) -> Forme:
    """The shape, moved."""
    if isinstance(forme, Rectangle):
        return replace(forme, x=forme.x + dx, y=forme.y + dy)
    lignes = tuple(tuple((x + dx, y + dy) for x, y in ligne) for ligne in forme.lignes)
    return replace(forme, lignes=lignes)


def join(paves: Sequence[Pave], places: Iterable[Point]) -> Pave:
    """Blocks put where they are told, as one that keeps their anchors."""
    poses = list(zip(paves, places, strict=True))
    return Pave(
        max(x + pave.largeur for pave, (x, _) in poses),
        max(y + pave.hauteur for pave, (_, y) in poses),
        tuple(forme for pave, (x, y) in poses for forme in pave.shifted(x, y)),
        ancres=tuple(x + pave.ancre for pave, (x, _) in poses),
    )
