"""What a chart of a page is made of: its series, and the names below them."""

from msgspec import Struct


class Point(Struct, frozen=True):
    """A value of a chart: its rank, exact, as printed, how it is drawn (in thousandths)."""

    rang: int
    valeur: float
    affiche: str
    de: int = 0
    a: int = 0
    place: int = 0


class Serie(Struct, frozen=True):
    """The values of a chart that go together."""

    nom: str
    points: tuple[Point, ...]
    teinte: int = 1


class Nom(Struct, frozen=True):
    """A name of an axis: whole, its lines, where it stands, and whether a band is behind it."""

    texte: str
    lignes: tuple[str, ...]
    place: int
    bande: bool = False


class Graphique(Struct, frozen=True):
    """A chart: bars, columns or lines over the same names.

    `superposees`: the columns of its series stand in one place, each at names of its own.
    """

    titre: str
    alt: str
    forme: str
    noms: tuple[Nom, ...]
    series: tuple[Serie, ...]
    superposees: bool = False
    zero: int = 1000
    numero: int = 0
    sorte: str = "graphique"
