"""A narrative text once read, from Markdown or from Word: blocks, and what runs inside them."""

from typing import TypeAlias

from msgspec import Struct


class Fragment(Struct, frozen=True):
    """A run of text in one style; `lien` is the address that it leads to, if any."""

    texte: str
    gras: bool = False
    italique: bool = False
    lien: str = ""


class Appel(Struct, frozen=True):
    """A named figure: «programmation.total», «piliers.emploi.taux | sans_decimale»."""

    expression: str
    gras: bool = False
    italique: bool = False


class Retour(Struct, frozen=True):
    """A line break inside a paragraph."""


class Note(Struct, frozen=True):
    """The call of a footnote, and what the note says."""

    contenu: "tuple[EnLigne, ...]"


EnLigne: TypeAlias = Fragment | Appel | Retour | Note
Contenu: TypeAlias = tuple[EnLigne, ...]


class Titre(Struct, frozen=True):
    """A heading inside a text; 1 is the highest level there."""

    niveau: int
    contenu: Contenu


class Paragraphe(Struct, frozen=True):
    """A paragraph of prose."""

    contenu: Contenu


class Liste(Struct, frozen=True):
    """A list, bulleted or numbered from `debut`; an item is blocks, so that lists nest."""

    ordonnee: bool
    elements: "tuple[tuple[Bloc, ...], ...]"
    debut: int = 1


class Citation(Struct, frozen=True):
    """What somebody else says."""

    blocs: "tuple[Bloc, ...]"


class Image(Struct, frozen=True):
    """A picture of the project: its path there, its bytes, its size in pixels."""

    fichier: str  # «2022/images/photo.jpg»
    octets: bytes
    format: str  # «png», «jpeg», «gif»
    largeur: int
    hauteur: int


class Illustration(Struct, frozen=True):
    """A picture with its alternative text and its caption."""

    image: Image
    alt: str
    legende: Contenu = ()


class TableauSimple(Struct, frozen=True):
    """A table typed in a text: a heading row, and rows of as many cells."""

    entetes: tuple[Contenu, ...]
    lignes: tuple[tuple[Contenu, ...], ...]
    legende: Contenu = ()


Bloc: TypeAlias = Titre | Paragraphe | Liste | Citation | Illustration | TableauSimple


class Prose(Struct, frozen=True):
    """A text: its blocks in order; false when there is nothing to print."""

    blocs: tuple[Bloc, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.blocs)
