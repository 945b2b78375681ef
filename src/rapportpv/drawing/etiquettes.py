"""Labels put beside what they name, without covering anything."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress
from typing import TypeAlias

from msgspec import Struct

from rapportpv.core.dessin import MM, Alignement, Point

Boite: TypeAlias = tuple[int, int, int, int]
"""Left, top, right, bottom."""

_SOUFFLE = MM // 3
_DISTANCES = tuple(round(d * MM) for d in (1.1, 3, 5.5, 8, 11, 14, 18, 22, 27))
_SANS_TRAIT = _DISTANCES[0]
_COTES = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1))
_ALIGNEMENTS: dict[int, Alignement] = {1: "left", 0: "center", -1: "right"}
_VOISINAGE = 20 * MM


class Etiquette(Struct, frozen=True):
    """Where a label stands, and the line that leads to what it names, when it is away from it."""

    boite: Boite
    trait: tuple[Point, Point] | None = None
    alignement: Alignement = "center"


def place(
    cibles: Sequence[Boite], tailles: Sequence[Point], cadre: Boite, prises: Sequence[Boite] = ()
) -> list[Etiquette] | None:
    """A label of that size for each target, off what is taken; None when one finds no room."""
    posees: dict[int, Etiquette] = {}
    for rang in _by_crowd(cibles):
        autres = [*prises, *(cible for autre, cible in enumerate(cibles) if autre != rang)]
        places = place_one(cibles[rang], tailles[rang], autres, list(posees.values()), cadre)
        trouvee = next(places, None)
        if trouvee is None:
            return None
        posees[rang] = trouvee
    return [posees[rang] for rang in range(len(cibles))]


def place_one(
    cible: Boite,
    taille: Point,
    autres: Sequence[Boite],
    posees: Sequence[Etiquette],
    cadre: Boite,
) -> Iterator[Etiquette]:
    """Where one more label can stand, the nearest first: it covers no other target nor label."""
    essais = _candidates(cible, taille)
    return (essai for essai in essais if _is_free(essai, cible, autres, posees, cadre))


def inside(boite: Boite, cadre: Boite) -> bool:
    """Whether a box is within another."""
    return (
        boite[0] >= cadre[0]
        and boite[1] >= cadre[1]
        and boite[2] <= cadre[2]
        and boite[3] <= cadre[3]
    )


def overlap(une: Boite, autre: Boite) -> bool:
    """Whether two boxes have something in common."""
    return une[0] < autre[2] and autre[0] < une[2] and une[1] < autre[3] and autre[1] < une[3]


def keep_free(
    boites: Sequence[Boite], prises: Sequence[Boite], traits: Sequence[tuple[Point, Point]]
) -> list[Boite]:
    """The boxes that neither overlap what is taken nor are crossed by a line."""
    import numpy as np

    siennes = np.array(boites).reshape(-1, 1, 4)
    leurs = np.array(prises).reshape(1, -1, 4)
    croisees = (siennes[..., :2] < leurs[..., 2:]) & (leurs[..., :2] < siennes[..., 2:])
    couvrent = np.logical_and(croisees[..., 0], croisees[..., 1])
    libres = np.logical_not(np.logical_or.reduce(couvrent, axis=1)).tolist()
    return [b for b in compress(boites, libres) if not any(crosses(trait, b) for trait in traits)]


def crosses(trait: tuple[Point, Point], boite: Boite) -> bool:
    """Whether a line goes through a box (Liang-Barsky)."""
    (x0, y0), (x1, y1) = trait
    debut, fin = 0.0, 1.0
    for pas, ecart in (
        (x0 - x1, x0 - boite[0]),
        (x1 - x0, boite[2] - x0),
        (y0 - y1, y0 - boite[1]),
        (y1 - y0, boite[3] - y0),
    ):
        if pas == 0:
            if ecart < 0:
                return False
        elif pas < 0:
            debut = max(debut, ecart / pas)
        else:
            fin = min(fin, ecart / pas)
    return debut < fin


def _by_crowd(cibles: Sequence[Boite]) -> list[int]:
    """The targets, those with most neighbours first."""

    def crowd(rang: int) -> int:
        x, y = _middle(cibles[rang])
        autour = (x - _VOISINAGE, y - _VOISINAGE, x + _VOISINAGE, y + _VOISINAGE)
        return sum(overlap(autour, cible) for cible in cibles)

    return sorted(range(len(cibles)), key=lambda rang: (-crowd(rang), rang))


def _candidates(cible: Boite, taille: Point) -> Iterator[Etiquette]:
    """The places around a target, the nearest first, on each side in turn."""
    large, haut = taille
    milieu = _middle(cible)
    for distance in _DISTANCES:
        for dx, dy in _COTES:
            x = _beside(cible[0], cible[2], large, dx, distance)
            y = _beside(cible[1], cible[3], haut, dy, distance)
            boite = (x, y, x + large, y + haut)
            trait = None
            if distance > _SANS_TRAIT:
                bout = (_clamp(milieu[0], x, x + large), _clamp(milieu[1], y, y + haut))
                trait = (milieu, bout)
            yield Etiquette(boite, trait, _ALIGNEMENTS[dx])


def _beside(bas: int, haut: int, taille: int, sens: int, distance: int) -> int:
    if sens > 0:
        return haut + distance
    if sens < 0:
        return bas - distance - taille
    return (bas + haut - taille) // 2


def _is_free(
    essai: Etiquette,
    cible: Boite,
    autres: Sequence[Boite],
    posees: Iterable[Etiquette],
    cadre: Boite,
) -> bool:
    x0, y0, x1, y1 = essai.boite
    souffle = (x0 - _SOUFFLE, y0 - _SOUFFLE, x1 + _SOUFFLE, y1 + _SOUFFLE)
    if not inside(essai.boite, cadre) or any(overlap(souffle, autre) for autre in (cible, *autres)):
        return False
    if essai.trait and any(crosses(essai.trait, autre) for autre in autres):
        return False
    for posee in posees:
        if overlap(souffle, posee.boite) or (posee.trait and crosses(posee.trait, souffle)):
            return False
        if essai.trait and (
            crosses(essai.trait, posee.boite) or (posee.trait and _cut(essai.trait, posee.trait))
        ):
            return False
    return True


def _cut(un: tuple[Point, Point], autre: tuple[Point, Point]) -> bool:
    """Whether two lines cross."""
    (a, b), (c, d) = un, autre
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(a: Point, b: Point, p: Point) -> int:
    aire = (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])
    return (aire > 0) - (aire < 0)


def _middle(boite: Boite) -> Point:
    return (boite[0] + boite[2]) // 2, (boite[1] + boite[3]) // 2


def _clamp(valeur: int, bas: int, haut: int) -> int:
    return max(bas, min(haut, valeur))
