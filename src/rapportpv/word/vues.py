"""Figures, tables and dates as a template sees them: what each prints and compares as."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cached_property, total_ordering
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from rapportpv.core.chiffre import Bilan, Cellule, Chiffre, Ligne, Quantite, Tableau
from rapportpv.word.marques import ENTIERE, RANG, ColonneVisee, Forme, Marques, show_texte
from rapportpv.word.montants import has_amount, is_nil
from rapportpv.word.vues_nommees import Jour, name_jour, name_liste, name_texte

_LIGNES_NOMMEES = 20  # past these, a loop of a template prints cells that a refresh leaves
_TOUJOURS = ("lignes", "colonnes", "colonnes_triees", "mots", "nombres", "titre", "barres", "nuls")
"""What a template can ask of any table."""


class Code(str):
    """The code of a line, which knows the place of the line: `par_pilier.1`."""

    place = ""

    @classmethod
    def at(cls, place: str, code: str) -> "Code":
        """The code of the line at that place."""
        montre = cls(code)
        montre.place = place
        return montre


class Groupe(Mapping[str, Any]):
    """The figures whose names share a beginning: `piliers`, `fcs.axes`; 1 and "1" are one key."""

    def __init__(self, chemin: str, membres: Mapping[str, Any]) -> None:
        self._chemin = chemin
        self._membres = membres

    def __getitem__(self, nom: object) -> Any:
        membre = self._membres[str(nom)]
        # `piliers[premier.code]` is the figure of whoever comes first, not of that pilier.
        return _move(membre, f"{self._chemin}.{nom.place}") if isinstance(nom, Code) else membre

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
        self, quantite: Quantite, nom: str, marques: Marques, forme: Forme = ENTIERE
    ) -> None:
        self._quantite = quantite
        self._nom = nom
        self._marques = marques
        self._forme = forme

    def __str__(self) -> str:
        return self._marques.enclose(self._nom, self._forme.format(self._quantite))

    def __bool__(self) -> bool:
        return self._quantite.valeur != 0

    def __eq__(self, autre: object) -> bool:
        return self._quantite.valeur == _valeur(autre)

    def __lt__(self, autre: object) -> bool:
        valeur = _valeur(autre)
        return NotImplemented if valeur is None else self._quantite.valeur < valeur

    def __hash__(self) -> int:
        return hash(self._quantite.valeur)

    def at(self, place: str) -> "ChiffreMontre":
        """The same figure under the name of a place."""
        return _show_at(self._quantite, place, self._marques)

    def shown(self, **forme: int) -> "ChiffreMontre":
        """The same figure in another form: `decimales`, `unite`."""
        return ChiffreMontre(
            self._quantite, self._nom, self._marques, replace(self._forme, **forme)
        )


class ColonneMontree:
    """A column in a prototype row: prints as a mark, filled line by line after Jinja."""

    def __init__(self, visee: ColonneVisee, marques: Marques) -> None:
        self._visee = visee
        self._marques = marques

    def __str__(self) -> str:
        return self._marques.enclose(self._visee, "")

    def shown(self, **forme: int) -> "ColonneMontree":
        """The same column in another form: `decimales`, `unite`."""
        visee = replace(self._visee, forme=replace(self._visee.forme, **forme))
        return ColonneMontree(visee, self._marques)


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
            LigneMontree(ligne, f"{nom}.{rang}" if rang <= _LIGNES_NOMMEES else "", marques)
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


def name_groupe(groupe: Groupe, marques: Marques) -> Groupe:
    """The group, its words, dates and lists under their names; what has a name keeps it."""
    return Groupe(
        str(groupe),
        {nom: _name(membre, f"{groupe}.{nom}", marques) for nom, membre in groupe.items()},
    )


def _name(membre: Any, nom: str, marques: Marques) -> Any:
    if isinstance(membre, Groupe):
        return name_groupe(membre, marques)
    if type(membre) is str:
        return name_texte(membre, nom, marques)
    if isinstance(membre, Jour):
        return name_jour(membre, nom, marques)
    return name_liste(membre, nom, marques) if type(membre) is list else membre


def _cellule(cellule: Cellule, nom: str, marques: Marques) -> str | ChiffreMontre:
    if not isinstance(cellule, Quantite):
        texte = show_texte(cellule)
        return name_texte(texte, nom, marques) if nom else texte
    return _show_at(cellule, nom, marques)


def _show_at(quantite: Quantite, nom: str, marques: Marques) -> "ChiffreMontre":
    """A quantity under the name of its place."""
    if nom:
        marques.add(nom)
    return ChiffreMontre(quantite, nom, marques)


def _move(membre: Any, place: str) -> Any:
    """A figure, or a group of them, under the name of a place."""
    if isinstance(membre, Groupe):
        return Groupe(place, {nom: _move(m, f"{place}.{nom}") for nom, m in membre.items()})
    return membre.at(place) if isinstance(membre, ChiffreMontre) else membre


def _valeur(autre: object) -> Fraction | None:
    if isinstance(autre, ChiffreMontre):
        return autre._quantite.valeur
    if isinstance(autre, int | float | Fraction):
        return Fraction(autre)
    return None
