"""How much room a text takes, near enough to lay a drawing out without the font's own figures."""

import math
import textwrap

from rapportpv.core.dessin import POINT, Ecrit

# Widths of Calibri (and Carlito, its metric twin), in em, rounded up a little: a box may be too
# wide, a text must not be cut.
_ETROITES = frozenset("iljftrI.,;:!|'’()[]-\u2011/ \u00a0\u202f")
_LARGES = frozenset("mwMWŒœ@%—")
_MINUSCULE, _MAJUSCULE, _ETROITE, _LARGE = 0.51, 0.62, 0.32, 0.88
_GRAS = 1.04
_INTERLIGNE = 1.22


def measure(texte: str, corps: float, *, gras: bool = False) -> int:
    """The width of a line of text, in EMU."""
    cadratins = sum(map(_width, texte)) * (_GRAS if gras else 1)
    return math.ceil(cadratins * corps * POINT)


def line_height(corps: float) -> int:
    """The height of a line of text, in EMU."""
    return math.ceil(corps * _INTERLIGNE * POINT)


def height(ecrits: tuple[Ecrit, ...]) -> int:
    """The height of lines of text one below the other, in EMU."""
    return sum(line_height(ecrit.corps) for ecrit in ecrits)


def wrap(ecrit: Ecrit, largeur: int) -> tuple[Ecrit, ...]:
    """The text on as many lines as that width asks for; a word is cut only where it must be."""
    moyenne = measure(ecrit.texte, ecrit.corps, gras=ecrit.gras) / max(1, len(ecrit.texte))
    signes = max(4, int(largeur / moyenne)) if moyenne else 1
    while signes > 4:
        lignes = textwrap.wrap(ecrit.texte, signes, break_on_hyphens=True)
        if all(measure(ligne, ecrit.corps, gras=ecrit.gras) <= largeur for ligne in lignes):
            break
        signes -= 1
    lignes = textwrap.wrap(ecrit.texte, signes) or [""]
    return tuple(
        Ecrit(ligne, ecrit.corps, ecrit.gras, ecrit.italique, ecrit.couleur) for ligne in lignes
    )


def _width(signe: str) -> float:
    if signe in _ETROITES:
        return _ETROITE
    if signe in _LARGES:
        return _LARGE
    return _MAJUSCULE if signe.isupper() else _MINUSCULE
