"""The two declarations of a sheet: a column says how it is called, a plan which row it holds.

Loading this loads neither pydantic nor a subject: `--help` must stay quick.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from rapportpv.french.lexique import Entree, Lexique, fold

if TYPE_CHECKING:
    from pydantic import BaseModel

    from rapportpv.core.settings.reglages import Reglages

FINANCEUR = "financeur:"
"""What stands before a funder's code among the columns: a funder may be called «communes» too."""

MONTANT = "montant"
"""The column of the amounts that a sheet adds up."""

LISTES, MODE_D_EMPLOI = "Listes", "Mode d'emploi"
"""The sheets of a workbook laid down by `init` that hold no data."""

IGNORER = "ignorer"
"""The pseudo-field whose headings an EPCI asks to leave alone."""


class Champ(Struct, frozen=True):
    """A column: its heading, and what stands in it. It annotates the field of a row."""

    libelle: str
    mots: Callable[[Reglages], Lexique] | None = None  # the closed list that its words are of
    lieu: str = ""  # «commune», «quartier»: its cells name some, to be held against the list
    nom: str = ""  # this and what follows are the field's own, filled by list_champs
    requis: bool = False


class Plan(Struct, frozen=True, dict=True):
    """A sheet: its workbook, its name, its row, and whether the workbook can do without it."""

    nom: str
    fichier: str
    feuille: str
    ligne: type[BaseModel]
    facultative: bool = False
    tacite: bool = False  # its absence goes without saying
    herite: str = ""  # the column that the section heading above a row may stand for
    financeurs: bool = False  # a column for each funder

    @cached_property
    def champs(self) -> tuple[Champ, ...]:
        """The columns, in the order of the row."""
        return list_champs(self.ligne, self.herite)

    @property
    def compte(self) -> bool:
        """Whether its amounts are added up: a measure of a sheet that adds none up is none."""
        return self.financeurs or any(champ.nom == MONTANT for champ in self.champs)

    @property
    def montant_requis(self) -> bool:
        """Whether a sheet without a column of amounts that count is at fault."""
        return self.financeurs or any(champ.nom == MONTANT for champ in self.requis)

    @cached_property
    def requis(self) -> tuple[Champ, ...]:
        """The columns without which the sheet says nothing."""
        return tuple(champ for champ in self.champs if champ.requis)

    def libelle(self, nom: str) -> str:
        """The heading of the column with that identifier; the identifier if it has none."""
        return next((champ.libelle for champ in self.champs if champ.nom == nom), nom)

    def lieux(self, sorte: str) -> tuple[str, ...]:
        """The columns whose cells name communes, or quartiers."""
        return tuple(champ.nom for champ in self.champs if champ.lieu == sorte)

    def lexiques(self, reglages: Reglages) -> dict[str, Lexique]:
        """The closed lists of the sheet, by column."""
        return {c.nom: c.mots(reglages) for c in self.champs if c.mots is not None}

    def lexique(
        self, alias: Mapping[str, Sequence[str]], financeurs: Sequence[Entree] = ()
    ) -> Lexique:
        """The headings of this sheet, with an EPCI's other words for them and its funders.

        What the EPCI says of a heading goes before what the program would take it for: left alone,
        it is nothing else; another word for a field, or a funder, it is no other field.
        """
        laisses = tuple(alias.get(IGNORER, ()))
        dits = {fold(mot): nom for nom, mots in alias.items() for mot in mots}
        dits |= {fold(mot): FINANCEUR for f in financeurs for mot in (f.libelle, *f.alias)}
        champs = (
            Entree(
                c.nom,
                c.libelle if dits.get(fold(c.libelle), c.nom) == c.nom else "",
                tuple(alias.get(c.nom, ())),
            )
            for c in self.champs
        )
        payeurs = (Entree(FINANCEUR + f.code, f.libelle, f.alias) for f in financeurs)
        entrees = _without((*champs, *payeurs), laisses) if laisses else (*champs, *payeurs)
        return Lexique((*entrees, Entree(IGNORER, "", laisses)))


def _without(entrees: Sequence[Entree], laisses: Sequence[str]) -> tuple[Entree, ...]:
    """The words without those that are left alone."""
    plies = set(map(fold, laisses))
    return tuple(
        Entree(
            e.code,
            "" if fold(e.libelle) in plies else e.libelle,
            tuple(a for a in e.alias if fold(a) not in plies),
        )
        for e in entrees
    )


def list_champs(ligne: type[BaseModel], herite: str = "") -> tuple[Champ, ...]:
    """The columns of a row: one is required without a default, and without a heading for it."""
    return tuple(
        replace(champ, nom=nom, requis=field.is_required() and nom != herite)
        for nom, field in ligne.model_fields.items()
        for champ in field.metadata
        if isinstance(champ, Champ)
    )
