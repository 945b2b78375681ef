"""The labels of a map, written: their room, and the box that holds them."""

from rapportpv.core.dessin import MM, Ecrit, Point, Rectangle
from rapportpv.drawing.etiquettes import Etiquette
from rapportpv.drawing.texte import line_height, measure

CORPS = 9
"""The size of a label, in points."""


def size(texte: str) -> Point:
    """The room of a label, and a little more so that it never breaks."""
    return measure(texte, CORPS, gras=True) + MM, line_height(CORPS)


def write(nom: str, etiquette: Etiquette, ecrit: Ecrit) -> Rectangle:
    """The text of a label where it was placed."""
    gauche, haut, droite, bas = etiquette.boite
    return Rectangle(
        nom,
        gauche,
        haut,
        droite - gauche,
        bas - haut,
        ecrits=(ecrit,),
        alignement=etiquette.alignement,
    )
