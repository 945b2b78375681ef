"""Named figures and named tables: what the report is made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

from rapportpv.french.typographie import format_decimal, format_euros, format_pourcentage


class Unite(StrEnum):
    """The unit of a quantity."""

    EUROS = "euros"
    NOMBRE = "nombre"
    POURCENTAGE = "pourcentage"


@dataclass(frozen=True)
class Quantite:
    """An exact value in its unit: euros (not cents), a count, or percent, never rounded."""

    valeur: Fraction
    unite: Unite

    @property
    def affiche(self) -> str:
        """The value as the report prints it: «5 955 889 €», «73,1 %», «171»."""
        return self.format()

    def format(self, decimales: int | None = None) -> str:
        """The value in French; `decimales` is for shares only (one unless told)."""
        match self.unite:
            case Unite.EUROS:
                return format_euros(self.valeur)
            case Unite.POURCENTAGE:
                return format_pourcentage(self.valeur, 1 if decimales is None else decimales)
            case Unite.NOMBRE:
                return format_decimal(self.valeur, 0)

    @property
    def brute(self) -> int | float:
        """The value as a JSON or spreadsheet number."""
        entiere = self.valeur.denominator == 1
        return self.valeur.numerator if entiere else float(self.valeur)

    def __str__(self) -> str:
        """As the report prints it."""
        return self.affiche


@dataclass(frozen=True)
class Chiffre(Quantite):
    """A named figure, and the cells it comes from («2022/fcs.xlsx › FCS › F6:F10»)."""

    nom: str = ""
    sources: tuple[str, ...] = ()


Cellule: TypeAlias = str | Quantite


@dataclass(frozen=True)
class Colonne:
    """A column of a table: its identifier and its heading."""

    nom: str
    libelle: str


@dataclass(frozen=True)
class Ligne:
    """A line of a table: the cells by column, and the code of what the line is about."""

    cellules: Mapping[str, Cellule]
    code: str = ""


@dataclass(frozen=True)
class Tableau:
    """A named table: its columns, its lines, and the line that totals them, if one does."""

    nom: str
    titre: str
    colonnes: tuple[Colonne, ...]
    lignes: tuple[Ligne, ...]
    total: Ligne | None = None
    sources: tuple[str, ...] = ()  # of the cells that are no named figures


@dataclass(frozen=True)
class Bilan:
    """Everything that the year adds up to: the figures and the tables, by name."""

    chiffres: Mapping[str, Chiffre] = field(default_factory=dict)
    tableaux: Mapping[str, Tableau] = field(default_factory=dict)
