"""A narrative text once read, from Markdown or from Word: blocks, and what runs inside them."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Fragment:
    """A run of text in one style; `lien` is the address that it leads to, if any."""

    texte: str
    gras: bool = False
    italique: bool = False
    lien: str = ""


@dataclass(frozen=True)
class Appel:
    """A named figure: «programmation.total», «piliers.emploi.taux | sans_decimale»."""

    expression: str
    gras: bool = False
    italique: bool = False


@dataclass(frozen=True)
class Retour:
    """A line break inside a paragraph."""


@dataclass(frozen=True)
class Note:
    """The call of a footnote, and what the note says."""

    contenu: "tuple[EnLigne, ...]"


EnLigne: TypeAlias = Fragment | Appel | Retour | Note
Contenu: TypeAlias = tuple[EnLigne, ...]


@dataclass(frozen=True)
class Titre:
    """A heading inside a text; 1 is the highest level there."""

    niveau: int
    contenu: Contenu


@dataclass(frozen=True)
class Paragraphe:
    """A paragraph of prose."""

    contenu: Contenu


@dataclass(frozen=True)
class Liste:
    """A list, bulleted or numbered from `debut`; an item is blocks, so that lists nest."""

    ordonnee: bool
    elements: "tuple[tuple[Bloc, ...], ...]"
    debut: int = 1


@dataclass(frozen=True)
class Citation:
    """What somebody else says."""

    blocs: "tuple[Bloc, ...]"


@dataclass(frozen=True)
class Image:
    """A picture of the project: its path there, its bytes, its size in pixels."""

    fichier: str  # «2022/images/photo.jpg»
    octets: bytes
    format: str  # «png», «jpeg», «gif»
    largeur: int
    hauteur: int


@dataclass(frozen=True)
class Illustration:
    """A picture with its alternative text and its caption."""

    image: Image
    alt: str
    legende: Contenu = ()


@dataclass(frozen=True)
class TableauSimple:
    """A table typed in a text: a heading row, and rows of as many cells."""

    entetes: tuple[Contenu, ...]
    lignes: tuple[tuple[Contenu, ...], ...]
    legende: Contenu = ()


Bloc: TypeAlias = Titre | Paragraphe | Liste | Citation | Illustration | TableauSimple


@dataclass(frozen=True)
class Prose:
    """A text: its blocks in order; false when there is nothing to print."""

    blocs: tuple[Bloc, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.blocs)
