"""Named figures and named tables: what the report is made of."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import TypeAlias, overload

from msgspec import Struct, field

from rapportpv.core.sources import join_sources
from rapportpv.french.typographie import (
    format_decimal,
    format_euros,
    format_montant,
    format_pourcentage,
    format_texte,
)


class Unite(StrEnum):
    """The unit of a quantity."""

    EUROS = "euros"
    NOMBRE = "nombre"
    POURCENTAGE = "pourcentage"


class Quantite(Struct, frozen=True):
    """An exact value in its unit: euros (not cents), a count, or percent, never rounded."""

    valeur: Fraction
    unite: Unite

    @property
    def affiche(self) -> str:
        """The value as the report prints it: «5 955 889 €», «73,1 %», «171»."""
        return self.format()

    def format(self, decimales: int = 1, *, unite: bool = True) -> str:
        """The value in French, with its unit or not; `decimales` is for shares only."""
        match self.unite:
            case Unite.EUROS:
                return format_euros(self.valeur) if unite else format_montant(self.valeur)
            case Unite.POURCENTAGE:
                forme = format_pourcentage if unite else format_decimal
                return forme(self.valeur, decimales)
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


class Chiffre(Quantite, frozen=True):
    """A named figure, and the cells it comes from («2022/fcs.xlsx › FCS › F6:F10»).

    `libelle` says what it is in the annexe of sources; `court` stands before its value in `diff`.
    """

    nom: str = ""
    sources: Sequence[str] = ()
    libelle: str = ""
    court: str = ""


class Figure(Struct, frozen=True):
    """A figure as its subject declares it: its name, its unit, its two labels.

    {} stands for a code. Without a `court`, the `libelle` serves; without either, the name.
    """

    nom: str
    unite: Unite
    libelle: str = ""
    court: str = ""

    def of(
        self, somme: int | Fraction, sources: Sequence[str], code: object = "", quoi: str = ""
    ) -> Chiffre:
        """The figure of a sum of cents, of a count, or of a share in percent.

        `quoi` is what the labels call the code.
        """
        valeur = Fraction(somme, 100) if self.unite is Unite.EUROS else Fraction(somme)
        nom, quoi = self.nom.format(code), quoi or str(code)
        libelle = _fill(self.libelle, quoi) or nom
        court = _start(self.court.format(quoi)) if self.court else libelle
        return Chiffre(valeur, self.unite, nom, sources, format_texte(libelle), court)

    def part(self, partie: Chiffre, tout: Chiffre, code: object = "", quoi: str = "") -> Chiffre:
        """The figure of the share of a part in a whole.

        Its sources are those of the part, then those of the whole.
        """
        sources = join_sources(partie.sources, tout.sources)
        return self.of(part(partie, tout).valeur, sources, code, quoi)


def part(partie: Quantite, tout: Quantite) -> Quantite:
    """The share of a part in a whole, in percent, exact; 0 of an empty whole."""
    valeur = partie.valeur * 100 / tout.valeur if tout.valeur else Fraction(0)
    return Quantite(valeur, Unite.POURCENTAGE)


def _fill(patron: str, quoi: str) -> str:
    """A label that has quotes of its own keeps them: «Financeur ANCT « BOP » : …»."""
    nu = "«" in quoi or '"' in quoi
    return (patron.replace("« {} »", "{}") if nu else patron).format(quoi)


def _start(court: str) -> str:
    return format_texte(court[0].upper() + court[1:])


Cellule: TypeAlias = str | Quantite


class Colonne(Struct, frozen=True):
    """A column of a table: its identifier, its heading, and a short one for narrow columns."""

    nom: str
    libelle: str
    court: str = ""


class Ligne(Struct, frozen=True):
    """A line of a table: the cells by column, the code and the short name of what it is about."""

    cellules: Mapping[str, Cellule]
    code: str = ""
    court: str = ""


class Cellules(Mapping[str, Cellule]):
    """The cells of the total of a long list, added up when somebody looks at them."""

    def __init__(self, add_up: Callable[[], Mapping[str, Cellule]]) -> None:
        """Those that `add_up` gives, by column."""
        self._add_up = add_up

    @cached_property
    def _faites(self) -> Mapping[str, Cellule]:
        return self._add_up()

    def __getitem__(self, nom: str) -> Cellule:
        return self._faites[nom]

    def __iter__(self) -> Iterator[str]:
        return iter(self._faites)

    def __len__(self) -> int:
        return len(self._faites)


class Lignes(Sequence[Ligne]):
    """The lines of a long list, made when somebody looks at them: a check looks at none."""

    def __init__(self, nombre: int, make: Callable[[], Iterable[Ligne]]) -> None:
        """That many lines, which `make` gives in order."""
        self._nombre = nombre
        self._make = make

    @cached_property
    def _faites(self) -> tuple[Ligne, ...]:
        return tuple(self._make())

    @overload
    def __getitem__(self, rang: int) -> Ligne: ...
    @overload
    def __getitem__(self, rang: slice) -> tuple[Ligne, ...]: ...
    def __getitem__(self, rang: int | slice) -> Ligne | tuple[Ligne, ...]:
        return self._faites[rang]

    def __len__(self) -> int:
        return self._nombre

    def __eq__(self, autres: object) -> bool:
        return isinstance(autres, Sequence) and self._faites == tuple(autres)

    def __hash__(self) -> int:
        return hash(self._faites)


class Tableau(Struct, frozen=True):
    """A named table: its columns, its lines, and the line that totals them, if one does.

    `rubrique`: what heads a list of actions in the annexe; no other table has any.
    """

    nom: str
    titre: str
    colonnes: tuple[Colonne, ...]
    lignes: Sequence[Ligne]
    total: Ligne | None = None
    sources: Sequence[str] = ()  # of the cells that are no named figures
    rubrique: str = ""


class Bilan(Struct, frozen=True):
    """Everything that the year adds up to: the figures and the tables, by name.

    `groupes`: the first words that figures may have, whether the year has such figures or not.
    """

    chiffres: Mapping[str, Chiffre] = field(default_factory=dict)
    tableaux: Mapping[str, Tableau] = field(default_factory=dict)
    groupes: tuple[str, ...] = ()
