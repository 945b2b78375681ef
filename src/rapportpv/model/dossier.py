"""A year's data, read and validated: frames whose index is the Excel row, and their places."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from rapportpv.model.emplacement import Case, Emplacement, cell_name, format_plages
from rapportpv.model.identite import Identite
from rapportpv.model.reglages import Annee, Contrat, Reglages, axes
from rapportpv.model.vocabulaire import SOUTENUE


@dataclass(frozen=True)
class TotalImprime:
    """A total that somebody typed or computed in the sheet: kept to be compared, never used."""

    case: Case
    libelle: str
    colonne: str  # a column's identifier, or a funder's code
    montant: int  # cents
    portees: tuple[tuple[int, ...], ...]  # the data rows that it may total, the fewest first


@dataclass(frozen=True)
class Feuille:
    """A sheet as it was read.

    `frame`: one row per data row, index = Excel row (int64). `colonnes`: the Excel column of each
    field and funder that the sheet has.
    """

    fichier: str
    nom: str
    frame: pd.DataFrame
    colonnes: Mapping[str, int]
    totaux: tuple[TotalImprime, ...] = ()
    refusees: frozenset[int] = frozenset()  # rows with a cell that could not be read

    def lieu(self, lignes: Iterable[int], colonne: str) -> Emplacement:
        """The place of those rows' cells in that column."""
        position = self.colonnes.get(colonne, 1)
        cellules = tuple(cell_name((int(ligne), position)) for ligne in lignes)
        return Emplacement(self.fichier, self.nom, cellules)

    def sources(self, cases: Iterable[Case]) -> tuple[str, ...]:
        """The cells as ranges with their workbook and sheet, as figures quote them."""
        plages = ", ".join(format_plages(cases))
        return (f"{self.fichier} › {self.nom} › {plages}",) if plages else ()

    def sources_de(self, lignes: Iterable[int], *colonnes: str) -> tuple[str, ...]:
        """The ranges of those rows in those columns."""
        positions = [self.colonnes[c] for c in colonnes if c in self.colonnes]
        return self.sources((int(ligne), c) for ligne in lignes for c in positions)


@dataclass(frozen=True)
class Programmation:
    """The programming, the same whether its sheet was wide or long.

    `feuille.frame` (projets): index = Excel row of the project's first row; numero, intitule,
    operateur, type_operateur, siret, pilier, thematique, communes, quartiers, statut: str (codes
    where known, the text as typed where not); cout_total: Int64, cents.
    `subventions`: index = Excel row of the grant; projet: int64, row of its project; financeur,
    pilier: str; montant: int64, cents; soutenue: bool; colonne: int64, Excel column of the amount.
    """

    feuille: Feuille
    subventions: pd.DataFrame
    lignes: Mapping[int, tuple[int, ...]]  # all the rows of a project
    colonnes_de_montants: Mapping[str, int]  # by funder; of a long sheet, the same for all
    longue: bool

    @cached_property
    def actions(self) -> pd.DataFrame:
        """The projects that were supported."""
        projets = self.feuille.frame
        return projets[projets["statut"] == SOUTENUE]

    @cached_property
    def soutenues(self) -> pd.DataFrame:
        """The grants that count: those of supported actions."""
        return self.subventions[self.subventions["soutenue"]]

    def select(
        self, financeurs: Iterable[str] | None = None, pilier: str | None = None
    ) -> pd.DataFrame:
        """The grants that count, of those funders and that pilier (of all, when not told)."""
        siennes = self.soutenues
        if financeurs is not None:
            siennes = siennes[siennes["financeur"].isin(list(financeurs))]
        return siennes if pilier is None else siennes[siennes["pilier"] == pilier]

    def cases(
        self, financeurs: Iterable[str] | None = None, pilier: str | None = None
    ) -> set[Case]:
        """The cells that a sum of those grants goes over: whole columns, in a wide sheet."""
        codes = list(self.colonnes_de_montants if financeurs is None else financeurs)
        colonnes = {self.colonnes_de_montants[c] for c in codes if c in self.colonnes_de_montants}
        if self.longue:
            lignes = self.select(financeurs, pilier).index
        else:
            actions = self.actions
            lignes = (actions if pilier is None else actions[actions["pilier"] == pilier]).index
        return {(int(ligne), colonne) for ligne in lignes for colonne in colonnes}


@dataclass(frozen=True)
class Dossier:
    """All that is known of a year; a sheet that the project does not have is None."""

    reglages: Reglages
    contrat: Contrat
    millesime: int
    annee: Annee
    programmation: Programmation
    fcs: Feuille | None = None
    fonds_de_concours: Feuille | None = None
    communes: Feuille | None = None
    quartiers: Feuille | None = None
    absents: tuple[str, ...] = ()

    @property
    def feuilles(self) -> tuple[Feuille, ...]:
        """The sheets that were read."""
        autres = (self.fcs, self.fonds_de_concours, self.communes, self.quartiers)
        return (self.programmation.feuille, *(f for f in autres if f is not None))

    def identite(self, *, brouillon: bool = False) -> Identite:
        """What the document says of itself."""
        territoire = self.reglages.territoire
        return Identite(
            annee=self.millesime,
            epci=territoire.epci,
            sigle=territoire.sigle,
            contrat=self.contrat.nom,
            contrat_debut=self.contrat.debut,
            contrat_fin=self.contrat.fin,
            version=self.annee.version,
            arrete_le=self.annee.arrete_le,
            axes_fcs=tuple(axes(self.reglages)),
            brouillon=brouillon,
        )
