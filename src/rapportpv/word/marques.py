"""Marks: invisible signs that carry, through Jinja, which figure or column a text comes from.

A mark is one code point of a private plane, so that no filter of a template can cut it in two.
"""

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from msgspec import Struct

from rapportpv.core.chiffre import Bilan, Quantite
from rapportpv.french.typographie import format_texte

RANG = "rang"
"""A column that every table has: the number of the line."""

_PREMIER = 0xF0000
FERME = "\U000ffffd"
_NOMBRE = ord(FERME) - _PREMIER
MARQUE = re.compile("[\U000f0000-\U000ffffd]")
_SEGMENT = re.compile(
    "(?P<ouvre>[\U000f0000-\U000ffffc])(?P<texte>[^\U000f0000-\U000ffffd]*)\U000ffffd"
)
_FINS_DE_LIGNE = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_INTERDITS = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    "\U000f0000-\U000fffff]"
)


class Forme(Struct, frozen=True):
    """How a template asks for a quantity: the decimals of a share, its unit or none."""

    decimales: int = 1
    unite: bool = True

    def format(self, quantite: Quantite) -> str:
        """The quantity in that form."""
        return quantite.format(self.decimales, unite=self.unite)


ENTIERE = Forme()
"""What is written unless a template asks for another."""

_FORMES = tuple(Forme(decimales, unite) for decimales in (1, 0) for unite in (True, False))


class ColonneVisee(Struct, frozen=True):
    """The column of a table that a prototype row shows."""

    tableau: str
    colonne: str
    forme: Forme = ENTIERE


class Insertion(Struct, frozen=True):
    """A text, a picture or a drawing that takes the place of a paragraph: `textes.evolution`."""

    nom: str


Cible: TypeAlias = str | ColonneVisee | Insertion
"""What a mark stands for: the name of a figure, a column, or what takes a paragraph's place."""


class Segment(Struct, frozen=True):
    """A piece of text, and what it shows if it lies between marks."""

    texte: str
    cible: Cible | None = None


class Marques:
    """The marks of a document: one for each figure, and for each column of its tables.

    Words and dates get theirs when they are printed, while there are marks left.
    """

    def __init__(self, cibles: Iterable[Cible]) -> None:
        self.cibles = list(cibles)
        self._rangs = {cible: rang for rang, cible in enumerate(self.cibles)}
        if len(self._rangs) > _NOMBRE:
            raise ValueError("too many figures for a plane of Unicode")

    def add(self, nom: str) -> None:
        """Give a mark to one more name, if there is one left."""
        if nom not in self._rangs and len(self._rangs) < _NOMBRE:
            self._rangs[nom] = len(self.cibles)
            self.cibles.append(nom)

    def name(self, nom: str, texte: str) -> str:
        """The text between the marks of a name that may be new."""
        self.add(nom)
        return self.enclose(nom, texte)

    def enclose(self, cible: Cible, texte: str) -> str:
        """The text between the marks of its target; as it is when the target has none."""
        rang = self._rangs.get(cible)
        return texte if rang is None else f"{chr(_PREMIER + rang)}{texte}{FERME}"

    def split(self, texte: str) -> Iterator[Segment]:
        """The text cut at the marks, the marks gone."""
        fin = 0
        for trouve in _SEGMENT.finditer(texte):
            rang = ord(trouve["ouvre"]) - _PREMIER
            if trouve.start() > fin:
                yield Segment(strip_marques(texte[fin : trouve.start()]))
            yield Segment(trouve["texte"], self.cibles[rang] if rang < len(self.cibles) else None)
            fin = trouve.end()
        if fin < len(texte):
            yield Segment(strip_marques(texte[fin:]))


def build_marques(bilan: Bilan, insertions: Iterable[str] = ()) -> Marques:
    """A mark for each figure and column of the year, and for each thing to insert."""
    colonnes = (
        ColonneVisee(nom, colonne, forme)
        for nom, tableau in bilan.tableaux.items()
        for colonne in (*(colonne.nom for colonne in tableau.colonnes), RANG)
        for forme in _FORMES
    )
    inserees = map(Insertion, insertions)
    return Marques(dict.fromkeys((*bilan.chiffres, *colonnes, *inserees)))


def keep_chiffres(texte: str, marques: Marques) -> str:
    """The text with the marks of its figures only."""
    return "".join(
        marques.enclose(s.cible, s.texte) if isinstance(s.cible, str) else s.texte
        for s in marques.split(texte)
    )


def strip_marques(texte: str) -> str:
    """The text without its marks."""
    return MARQUE.sub("", texte)


def clean_texte(texte: str) -> str:
    """A user's text without what a Word file cannot hold: control characters, our own marks."""
    if texte.isprintable():  # then there is none
        return texte
    lignes = _FINS_DE_LIGNE.sub("\n", texte).replace("\t", " ")
    return _INTERDITS.sub("", lignes)


def show_texte(texte: str) -> str:
    """A user's text as the document shows it: clean, in French typography."""
    return format_texte(clean_texte(texte))
