"""Tables as a template sees them: their lines by name, their columns as marks."""

from functools import cached_property
from typing import Any

from msgspec import Struct

from rapportpv.core.chiffre import Bilan, Cellule, Chiffre, Ligne, Quantite, Tableau
from rapportpv.word.marques import RANG, ColonneVisee, Marques, show_texte
from rapportpv.word.montants import has_amount, is_nil
from rapportpv.word.vues import ChiffreMontre, Code, ColonneMontree, show_at
from rapportpv.word.vues_nommees import name_texte

_LIGNES_NOMMEES = 20  # past these, a loop of a template prints cells that a refresh leaves
_TOUJOURS = ("lignes", "colonnes", "colonnes_triees", "mots", "nombres", "titre", "barres", "nuls")
"""What a template can ask of any table."""


class LigneMontree:
    """A line of a table: its cells by column, and its `code`; `nom` begins their names.

    Whichever line is first is named by its place, not by its pilier; a total, as figures are.
    """

    def __init__(self, ligne: Ligne, nom: str, marques: Marques, *, total: bool = False) -> None:
        self._ligne = ligne
        self._total = total
        self._nom = nom
        self._marques = marques

    def __getitem__(self, nom: str) -> str | ChiffreMontre:
        if nom == "code" and nom not in self._ligne.cellules:
            return Code.at(self._nom, self._ligne.code) if self._nom else self._ligne.code
        cellule = self._ligne.cellules[nom]
        if isinstance(cellule, Chiffre) and (self._total or not self._nom):
            return ChiffreMontre(cellule, cellule.nom, self._marques)
        return _cellule(cellule, f"{self._nom}.{nom}" if self._nom else "", self._marques)

    def noms(self) -> list[str]:
        """What can follow the name of the line."""
        return [*self._ligne.cellules, "code"]


class EnTete(Struct, frozen=True):
    """A column to loop over: its name and its heading."""

    nom: str
    libelle: str

    def noms(self) -> list[str]:
        """What can follow the name of the column."""
        return ["nom", "libelle"]


class TableauMontre:
    """A table: `titre`, `colonnes`, `lignes`, `ligne_total`, and each column as a mark.

    `barres` is how many lines a chart of it shows, `nuls` whether an amount is nil, `rang` the
    number of the line, `colonnes_triees` the columns by their totals, `mots` and `nombres` those
    of words and those of quantities. False when empty.
    """

    def __init__(self, nom: str, tableau: Tableau, marques: Marques) -> None:
        self._nom = nom
        self._tableau = tableau
        self._marques = marques
        self._lignes = [
            LigneMontree(ligne, _name_line(nom, rang, ligne.code), marques)
            for rang, ligne in enumerate(tableau.lignes, start=1)
        ]

    @property
    def _titre(self) -> str:
        return show_texte(self._tableau.titre)

    @property
    def _colonnes(self) -> list[EnTete]:
        return [EnTete(c.nom, show_texte(c.libelle)) for c in self._tableau.colonnes]

    @property
    def _mots(self) -> list[EnTete]:
        return [colonne for colonne in self._colonnes if colonne.nom not in self._chiffrees]

    @property
    def _nombres(self) -> list[EnTete]:
        return [colonne for colonne in self._colonnes if colonne.nom in self._chiffrees]

    @cached_property
    def _chiffrees(self) -> frozenset[str]:
        """The columns where a line has a quantity."""
        cellules = (cellule for li in self._tableau.lignes for cellule in li.cellules.items())
        return frozenset(nom for nom, c in cellules if isinstance(c, Quantite))

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
            return LigneMontree(
                self._tableau.total, f"{self._nom}.total", self._marques, total=True
            )
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


def _name_line(tableau: str, rang: int, code: str) -> str:
    """What begins the names of a line: its rank; its code if it is of no place: `+plusieurs`."""
    if code.startswith("+"):
        return f"{tableau}.{code[1:]}"
    return f"{tableau}.{rang}" if rang <= _LIGNES_NOMMEES else ""


def _cellule(cellule: Cellule, nom: str, marques: Marques) -> str | ChiffreMontre:
    if not isinstance(cellule, Quantite):
        texte = show_texte(cellule)
        return name_texte(texte, nom, marques) if nom else texte
    return show_at(cellule, nom, marques)
