"""Cells of tables made from cents and counts; the figures and tables of a subject, gathered."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

import pandas as pd
from msgspec import Struct, field
from msgspec.structs import replace

from rapportpv.core.chiffre import (
    Cellule,
    Chiffre,
    Colonne,
    Ligne,
    Quantite,
    Tableau,
    Unite,
)

Sources = Sequence[str]

ILLISIBLE = "à corriger"  # only in a document built despite errors
NON_RENSEIGNE = "Non renseigné"
SANS_OBJET = "–"
"""What stands in a cell that has nothing to say: no cell of a table is empty."""


def compte(nombre_lu: int | None) -> Cellule:
    """A count that has no name of its own: a line's."""
    return ILLISIBLE if pd.isna(nombre_lu) else Quantite(Fraction(int(nombre_lu)), Unite.NOMBRE)


def montant(cents: int | None) -> Cellule:
    """An amount that has no name of its own: a line's. One that could not be read says so."""
    if pd.isna(cents):
        return ILLISIBLE
    return Quantite(Fraction(int(cents), 100), Unite.EUROS)


def texte(cellule: str, sinon: str = ILLISIBLE) -> str:
    """A text of a line; a blank one says what stands for it."""
    return cellule or sinon


class Recolte(Struct):
    """The figures and tables of one subject, as they are gathered."""

    chiffres: dict[str, Chiffre] = field(default_factory=dict)
    tableaux: dict[str, Tableau] = field(default_factory=dict)

    def add(self, chiffre: Chiffre) -> Chiffre:
        """Keep a figure under its name."""
        self.chiffres[chiffre.nom] = chiffre
        return chiffre

    def add_tableau(
        self,
        nom: str,
        titre: str,
        colonnes: Mapping[str, str],
        lignes: Iterable[Ligne],
        total: Mapping[str, Cellule],
    ) -> None:
        """Keep a table: its headings by column, its lines, and its last one."""
        entetes = tuple(Colonne(code, libelle) for code, libelle in colonnes.items())
        self.tableaux[nom] = Tableau(nom, titre, entetes, tuple(lignes), Ligne(total))

    def shorten(self, nom: str, courts: Mapping[str, str]) -> None:
        """Give the headings of a table, by column, their short names."""
        tableau = self.tableaux[nom]
        entetes = (replace(c, court=courts.get(c.nom, "")) for c in tableau.colonnes)
        self.tableaux[nom] = replace(tableau, colonnes=tuple(entetes))

    def cite(self, nom: str, sources: Sources) -> None:
        """Say which cells the lines of a table come from, when they are no named figures."""
        self.tableaux[nom] = replace(self.tableaux[nom], sources=sources)


def by_amount(lignes: Iterable[Ligne], colonne: str) -> list[Ligne]:
    """The lines, the largest first; equals keep the order of the settings."""
    return sorted(lignes, key=lambda ligne: -_valeur(ligne.cellules[colonne]))


def _valeur(cellule: Cellule) -> Fraction:
    return cellule.valeur if isinstance(cellule, Quantite) else Fraction(0)
