"""The pictures of the «Focus» actions: schematic, in the colours of the report, and ours."""

from collections.abc import Callable
from pathlib import Path

import numpy as np

from tools.sample.png import encode_png
from tools.sample.toile import BLANC, BLEU, GRIS, MOYEN, PALE, ROUGE, Distance, Point, Toile

LARGEUR, HAUTEUR = 880, 660
_ONDE = 110


def write_illustrations(dossier: Path) -> list[Path]:
    """Write the pictures below `dossier` and return their paths."""
    dossier.mkdir(parents=True, exist_ok=True)
    chemins = []
    for nom, draw in ILLUSTRATIONS.items():
        chemin = dossier / f"{nom}.png"
        toile = Toile(LARGEUR, HAUTEUR, PALE)
        draw(toile)
        chemin.write_bytes(encode_png(toile.pixels()))
        chemins.append(chemin)
    return chemins


def draw_bassin(toile: Toile) -> None:
    """A pool: waves, a swimmer, two lines of floats."""
    toile.disque((690, 130), 62, BLANC)
    for hauteur, decalage, couleur in ((250, 0, GRIS), (330, 60, MOYEN)):
        toile.sous(hauteur + 22 * _vague(toile, decalage), couleur)
    toile.trait((300, 420), (395, 330), 36, ROUGE)
    toile.trait((395, 330), (470, 405), 36, ROUGE)
    toile.disque((520, 372), 48, ROUGE)
    toile.sous(425 + 20 * _vague(toile, 15), BLEU)
    for y in (505, 600):
        for rang in range(13):
            toile.disque((20 + 70 * rang, y), 13, ROUGE if rang % 2 else BLANC)


def _vague(toile: Toile, decalage: float) -> Distance:
    """Between -1 and 1: arcs of parabolas, which every machine computes the same."""
    phase = (toile.x + decalage) / _ONDE
    place = phase - np.floor(phase)
    vague: Distance = 4 * place * (1 - place) * (1 - 2 * (np.floor(phase) % 2))
    return vague


def draw_villages(toile: Toile) -> None:
    """A day outside: four tents under a garland."""
    toile.rectangle((0, 500), LARGEUR, 160, GRIS)
    toile.trait((0, 96), (LARGEUR / 2, 150), 5, BLEU)
    toile.trait((LARGEUR / 2, 150), (LARGEUR, 96), 5, BLEU)
    for rang in range(11):
        x = 40 + 80 * rang
        y = 150 - 54 * abs(x - LARGEUR / 2) / (LARGEUR / 2)
        couleur = (ROUGE, MOYEN)[rang % 2]
        toile.polygone([(x - 22, y), (x + 22, y), (x, y + 46)], couleur)
    for rang, couleur in enumerate((BLEU, ROUGE, MOYEN, BLEU)):
        centre = 125 + 210 * rang
        toile.polygone([(centre, 275), (centre + 92, 400), (centre - 92, 400)], couleur)
        toile.rectangle((centre - 78, 400), 156, 150, couleur)
        toile.rectangle((centre - 30, 430), 60, 120, BLANC)
    for x in (230, 335, 440, 545, 650):
        _personne(toile, (x, 560), ROUGE if x == 440 else BLEU, 0.8)


def draw_rue(toile: Toile) -> None:
    """A street: houses of the mines, two people who talk."""
    toile.disque((720, 110), 56, BLANC)
    for rang in range(5):
        x = 12 + 176 * rang
        toile.rectangle((x, 250), 152, 240, MOYEN if rang % 2 else GRIS)
        toile.polygone([(x + 76, 168), (x + 164, 252), (x - 12, 252)], BLEU)
        for fenetre in (x + 26, x + 92):
            toile.rectangle((fenetre, 290), 36, 56, PALE)
    toile.rectangle((0, 488), LARGEUR, 172, BLANC)
    toile.rectangle((0, 488), LARGEUR, 10, BLEU)
    _personne(toile, (350, 545), ROUGE, 1.5)
    _personne(toile, (540, 545), BLEU, 1.5)
    _bulle(toile, (278, 318), ROUGE)
    _bulle(toile, (612, 318), BLEU)


def _bulle(toile: Toile, centre: Point, couleur: tuple[int, int, int]) -> None:
    x, y = centre
    toile.disque(centre, 62, BLANC)
    toile.anneau(centre, 62, 9, couleur)
    for decalage in (-28, 0, 28):
        toile.disque((x + decalage, y), 8, couleur)


def draw_table(toile: Toile) -> None:
    """Inhabitants around a table, a plan of their quartier on it."""
    centre = (LARGEUR / 2, HAUTEUR / 2)
    toile.disque(centre, 212, BLANC)
    toile.anneau(centre, 212, 12, BLEU)
    for rang, (x, y) in enumerate(((345, 235), (455, 235), (345, 335), (455, 335))):
        toile.rectangle((x, y), 90, 80, (GRIS, MOYEN, MOYEN, GRIS)[rang])
    toile.trait((330, 325), (560, 325), 12, PALE)
    toile.disque((478, 296), 22, ROUGE)
    toile.polygone([(496, 306), (478, 342), (460, 306)], ROUGE)
    toile.disque((478, 296), 9, BLANC)
    places = ((0, -272), (235, -136), (235, 136), (0, 272), (-235, 136), (-235, -136))
    for rang, (dx, dy) in enumerate(places):
        toile.disque((centre[0] + dx, centre[1] + dy), 46, ROUGE if rang in (1, 4) else BLEU)
        toile.disque((centre[0] + dx, centre[1] + dy), 24, PALE)


def _personne(toile: Toile, pied: Point, couleur: tuple[int, int, int], taille: float) -> None:
    """Somebody standing: a head and a rounded body."""
    x, y = pied
    toile.trait((x, y - 52 * taille), (x, y), 44 * taille, couleur)
    toile.disque((x, y - 100 * taille), 23 * taille, couleur)


ILLUSTRATIONS: dict[str, Callable[[Toile], None]] = {
    "focus-1": draw_bassin,
    "focus-2": draw_villages,
    "focus-3": draw_rue,
    "focus-4": draw_table,
}
