"""Figures, groups of them and columns as a template sees them: what each prints, compares as."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import total_ordering
from typing import Any

from msgspec.structs import replace

from rapportpv.core.chiffre import Quantite
from rapportpv.word.marques import ENTIERE, ColonneVisee, Forme, Marques
from rapportpv.word.vues_nommees import Jour, name_jour, name_liste, name_texte


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
        return show_at(self._quantite, place, self._marques)

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


def show_at(quantite: Quantite, nom: str, marques: Marques) -> "ChiffreMontre":
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
