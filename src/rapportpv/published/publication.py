"""What was published of a year: its figures, tables and texts, and the rows that they come from."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from msgspec import Struct, field

from rapportpv.core.chiffre import Unite
from rapportpv.core.identite import Version

PUBLICATION = "publication"
"""The folder of a project where what is published stays."""

Champs: TypeAlias = Mapping[str, str]
"""What a row says, by field: an amount is exact, in euros («12000», «12000.50»)."""


class ChiffrePublie(Struct, frozen=True):
    """A named figure as it was printed, and exact."""

    libelle: str
    affiche: str
    valeur: Fraction
    unite: Unite
    sources: tuple[str, ...] = ()


class TableauPublie(Struct, frozen=True):
    """A named table, line by line as it was printed."""

    titre: str
    colonnes: tuple[str, ...]
    lignes: tuple[tuple[str, ...], ...]


class Publication(Struct, frozen=True):
    """The state of a year that `diff` compares with another.

    `textes`: the digest of each file. `rangees`: by sheet and by key, the rows that figures add
    up; None when the project keeps them to itself.
    """

    annee: int
    nom: str
    version: Version
    arrete_le: date
    chiffres: Mapping[str, ChiffrePublie] = field(default_factory=dict)
    tableaux: Mapping[str, TableauPublie] = field(default_factory=dict)
    textes: Mapping[str, str] = field(default_factory=dict)
    rangees: Mapping[str, Mapping[str, Champs]] | None = None
