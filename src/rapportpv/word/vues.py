"""Figures, tables and dates as a template sees them: what each prints and compares as."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import total_ordering
from typing import Any

from rapportpv.core.chiffre import Bilan, Cellule, Chiffre, Ligne, Quantite, Tableau
from rapportpv.french.typographie import format_date
from rapportpv.word.marques import RANG, ColonneVisee, Marques, show_texte
from rapportpv.word.montants import has_amount, is_nil

_TOUJOURS = ("lignes", "colonnes", "colonnes_triees", "titre", "barres", "nuls")
"""What a template can ask of any table."""


class Groupe(Mapping[str, Any]):
    """The figures whose names share a beginning: `piliers`, `fcs.axes`; 1 and "1" are one key."""

    def __init__(self, chemin: str, membres: Mapping[str, Any]) -> None:
        self._chemin = chemin
        self._membres = membres

    def __getitem__(self, nom: object) -> Any:
        return self._membres[str(nom)]

    def __iter__(self) -> Iterator[str]:
        return iter(self._membres)

    def __len__(self) -> int:
        return len(self._membres)

    def __str__(self) -> str:
        return self._chemin


@total_ordering
class ChiffreMontre:
    """A quantity in a template: prints marked and in French, compares by its exact value."""

    def __init__(
        self, quantite: Quantite, nom: str, marques: Marques, decimales: int | None = None
    ) -> None:
        self._quantite = quantite
        self._nom = nom
        self._marques = marques
        self._decimales = decimales

    def __str__(self) -> str:
        return self._marques.enclose(self._nom, self._quantite.format(self._decimales))

    def __bool__(self) -> bool:
        return self._quantite.valeur != 0

    def __eq__(self, autre: object) -> bool:
        return self._quantite.valeur == _valeur(autre)

    def __lt__(self, autre: object) -> bool:
        valeur = _valeur(autre)
        return NotImplemented if valeur is None else self._quantite.valeur < valeur

    def __hash__(self) -> int:
        return hash(self._quantite.valeur)

    def with_decimales(self, decimales: int) -> "ChiffreMontre":
        """The same figure shown with that many decimals."""
        return ChiffreMontre(self._quantite, self._nom, self._marques, decimales)


class ColonneMontree:
    """A column in a prototype row: prints as a mark, filled line by line after Jinja."""

    def __init__(self, visee: ColonneVisee, marques: Marques) -> None:
        self._visee = visee
        self._marques = marques

    def __str__(self) -> str:
        return self._marques.enclose(self._visee, "")

    def with_decimales(self, decimales: int) -> "ColonneMontree":
        """The same column shown with that many decimals."""
        visee = ColonneVisee(self._visee.tableau, self._visee.colonne, decimales)
        return ColonneMontree(visee, self._marques)


class LigneMontree:
    """A line of a table: its cells by column, and its `code`."""

    def __init__(self, ligne: Ligne, marques: Marques) -> None:
        self._ligne = ligne
        self._marques = marques

    def __getitem__(self, nom: str) -> str | ChiffreMontre:
        if nom == "code" and nom not in self._ligne.cellules:
            return self._ligne.code
        return _cellule(self._ligne.cellules[nom], self._marques)

    def noms(self) -> list[str]:
        """What can follow the name of the line."""
        return [*self._ligne.cellules, "code"]


@dataclass(frozen=True)
class EnTete:
    """A column to loop over: its name and its heading."""

    nom: str
    libelle: str

    def noms(self) -> list[str]:
        """What can follow the name of the column."""
        return ["nom", "libelle"]


class TableauMontre:
    """A table: `titre`, `colonnes`, `lignes`, `ligne_total`, and each column as a mark.

    `barres` is how many lines a chart of it shows, `nuls` whether an amount is nil, `rang` the
    number of the line, `colonnes_triees` the columns by their totals. False when empty.
    """

    def __init__(self, nom: str, tableau: Tableau, marques: Marques) -> None:
        self._nom = nom
        self._tableau = tableau
        self._marques = marques
        self._lignes = [LigneMontree(ligne, marques) for ligne in tableau.lignes]

    @property
    def _titre(self) -> str:
        return show_texte(self._tableau.titre)

    @property
    def _colonnes(self) -> list[EnTete]:
        return [EnTete(c.nom, show_texte(c.libelle)) for c in self._tableau.colonnes]

    @property
    def _barres(self) -> int:
        return sum(map(has_amount, self._tableau.lignes))

    @property
    def _nuls(self) -> bool:
        return any(is_nil(c) for ligne in self._tableau.lignes for c in ligne.cellules.values())

    def __len__(self) -> int:
        return len(self._lignes)

    def __getitem__(self, nom: str) -> Any:
        if nom == RANG or any(colonne.nom == nom for colonne in self._tableau.colonnes):
            return ColonneMontree(ColonneVisee(self._nom, nom), self._marques)
        if nom in _TOUJOURS:
            return getattr(self, f"_{nom}")
        if nom == "ligne_total" and self._tableau.total:
            return LigneMontree(self._tableau.total, self._marques)
        raise KeyError(nom)

    def __str__(self) -> str:
        return self._nom

    def noms(self) -> list[str]:
        """What can follow the name of the table."""
        siens = (*_TOUJOURS, "ligne_total", RANG)
        return [*(c.nom for c in self._tableau.colonnes), *siens]

    @property
    def _colonnes_triees(self) -> list[EnTete]:
        """The columns of amounts but the last, that of totals, the largest first."""
        tableau = self._tableau
        pied = {} if tableau.total is None else tableau.total.cellules
        sommes = {nom: c.valeur for nom, c in pied.items() if isinstance(c, Quantite)}
        *autres, derniere = tableau.colonnes
        textes = [colonne for colonne in autres if colonne.nom not in sommes]
        nombres = [colonne for colonne in autres if colonne.nom in sommes]
        triees = [*textes, *sorted(nombres, key=lambda c: -sommes[c.nom]), derniere]
        return [EnTete(c.nom, show_texte(c.court or c.libelle)) for c in triees]


class TableauAbsent:
    """A table that the year does not have: false, without columns."""

    def __init__(self, nom: str) -> None:
        self._nom = nom

    def __bool__(self) -> bool:
        return False

    def __str__(self) -> str:
        return self._nom


class Tableaux:
    """The tables by name; any name is accepted, so that `{% if tableaux.fcs_axe_4 %}` works."""

    def __init__(self, bilan: Bilan, marques: Marques) -> None:
        self._tableaux = {n: TableauMontre(n, t, marques) for n, t in bilan.tableaux.items()}

    def __getitem__(self, nom: str) -> TableauMontre | TableauAbsent:
        return self._tableaux.get(nom, TableauAbsent(nom))

    def noms(self) -> list[str]:
        """The tables that have lines."""
        return [nom for nom, tableau in self._tableaux.items() if tableau]


@dataclass(frozen=True)
class AxeMontre:
    """An axis of the FCS that has projects, and their table."""

    numero: int
    libelle: str
    tableau: TableauMontre | TableauAbsent

    def noms(self) -> list[str]:
        """What can follow the name of the axis."""
        return ["numero", "libelle", "tableau"]


class Jour(date):
    """A date that prints in French."""

    def __str__(self) -> str:
        return format_date(self)


def _cellule(cellule: Cellule, marques: Marques) -> str | ChiffreMontre:
    if isinstance(cellule, Quantite):
        return ChiffreMontre(cellule, cellule.nom if isinstance(cellule, Chiffre) else "", marques)
    return show_texte(cellule)


def _valeur(autre: object) -> Fraction | None:
    if isinstance(autre, ChiffreMontre):
        return autre._quantite.valeur
    if isinstance(autre, int | float | Fraction):
        return Fraction(autre)
    return None
