"""A drawing made of plain shapes, in the colours of the theme: what Word draws by itself.

Lengths are EMU (36 000 a millimetre), from the top left corner, y downwards.
"""

from typing import Literal, TypeAlias

from msgspec import Struct

MM = 36000
POINT = 12700

LARGEUR_DU_TEXTE = 166 * MM
"""The width that the built-in template leaves between its margins."""

Point: TypeAlias = tuple[int, int]
Couleur: TypeAlias = Literal[
    "tx1", "bg1", "tx2", "bg2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6"
]
Motif: TypeAlias = Literal[
    "", "dkHorz", "smGrid", "wdUpDiag", "dkVert", "diagCross", "wdDnDiag", "lgGrid"
]
"""What a fill is made of, under Word's names; none is a plain fill."""

Alignement: TypeAlias = Literal["left", "center", "right"]


class Fond(Struct, frozen=True):
    """A fill: a colour, plain or with a white pattern on it; `teinte` percent of it is white."""

    couleur: Couleur
    motif: Motif = ""
    teinte: int = 0


class Trait(Struct, frozen=True):
    """A line: its colour, its width, and whether it is dashed; `teinte` percent of it is white."""

    couleur: Couleur
    epaisseur: int = POINT
    tirets: bool = False
    teinte: int = 0


class Ecrit(Struct, frozen=True):
    """A line of text in one style; `corps` is its size in points."""

    texte: str
    corps: float = 9
    gras: bool = False
    italique: bool = False
    couleur: Couleur = "tx1"


class Rectangle(Struct, frozen=True):
    """A box, and what is written in it; without fill nor line, a text alone."""

    nom: str
    x: int
    y: int
    largeur: int
    hauteur: int
    fond: Fond | None = None
    trait: Trait | None = None
    ecrits: tuple[Ecrit, ...] = ()
    alignement: Alignement = "left"
    marge: int = 0
    en_haut: bool = False  # where the text stands; half way down otherwise


class Trace(Struct, frozen=True):
    """Lines from point to point, several at once; closed ones make a surface, holes and all."""

    nom: str
    lignes: tuple[tuple[Point, ...], ...]
    ferme: bool = False
    fond: Fond | None = None
    trait: Trait | None = None


Forme: TypeAlias = Rectangle | Trace


class Dessin(Struct, frozen=True):
    """A drawing: its shapes from the back to the front, and a text that says the same."""

    nom: str
    titre: str
    alt: str
    largeur: int
    hauteur: int
    formes: tuple[Forme, ...]
    mention: str = ""  # what a reader must know of it: «Carte schématique.»
    numeros: bool = False  # what it shows has numbers, those of the lines of a table
    suites: tuple["Dessin", ...] = ()  # what a page is too small for, below it
