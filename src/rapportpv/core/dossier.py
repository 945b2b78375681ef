"""A year's data, read and validated: frames whose index is the Excel row, and their places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct, field

from rapportpv.core.carte import Carte
from rapportpv.core.emplacement import Case, Emplacement, cell_name, find_bandes, format_bandes
from rapportpv.core.identite import Axe, Identite
from rapportpv.core.indicateur import Insee
from rapportpv.core.inventaire import Laisse
from rapportpv.core.livre import Livre
from rapportpv.core.passe import Passe
from rapportpv.core.plan import Plan
from rapportpv.core.prose import Image
from rapportpv.core.rangees import Rangee, by_numero
from rapportpv.core.sources import Sources
from rapportpv.core.textes import Texte
from rapportpv.core.trame import Trame
from rapportpv.core.vocabulaire import SOUTENUE

if TYPE_CHECKING:  # a rule names a Dossier, and its page needs neither
    import pandas as pd

    from rapportpv.core.settings.reglages import Annee, Contrat, Reglages


class TotalImprime(Struct, frozen=True):
    """A total that somebody typed or computed in the sheet: kept to be compared, never used."""

    case: Case
    libelle: str
    colonne: str  # a column's identifier, or a funder's code
    montant: int  # cents


class Feuille(Struct, frozen=True, eq=False, dict=True):
    """A sheet as it was read.

    `frame`: one row per data row, index = Excel row (int64). `colonnes`: the Excel column of each
    field and funder that the sheet has.
    """

    plan: Plan
    fichier: str
    nom: str
    frame: pd.DataFrame
    colonnes: Mapping[str, int]
    totaux: tuple[TotalImprime, ...] = ()
    refusees: frozenset[int] = frozenset()  # rows with a cell that could not be read
    trame: Trame = field(default_factory=Trame)
    heritees: Mapping[tuple[int, str], Case] = field(default_factory=dict)
    """The section heading that a row has a column from, by row and column."""
    livre: Livre | None = None
    laissees: tuple[Laisse, ...] = ()  # columns that nothing reads

    @cached_property
    def rangees(self) -> Mapping[int, Rangee]:
        """The rows as cells by column, by their Excel row."""
        return by_numero(self.frame)

    def lieu(self, lignes: Iterable[int], colonne: str) -> Emplacement:
        """The place of those rows' cells in that column."""
        position = self.colonnes.get(colonne, 1)
        cases = (self.heritees.get((int(n), colonne), (int(n), position)) for n in lignes)
        return Emplacement(self.fichier, self.nom, tuple(dict.fromkeys(map(cell_name, cases))))

    def sources(self, lignes: Iterable[int], positions: Iterable[int]) -> Sources:
        """Those rows in those Excel columns, as ranges with their sheet: what figures quote."""
        from pandas import Index

        siennes = lignes if isinstance(lignes, Index) else tuple(map(int, lignes))
        return self.sources_des_bandes(lambda: find_bandes(siennes), positions)

    def sources_des_bandes(
        self, bandes: Callable[[], Iterable[tuple[int, int]]], positions: Iterable[int]
    ) -> Sources:
        """Those runs of rows in those Excel columns, as ranges with their sheet."""
        colonnes = list(positions)

        def quote() -> Iterator[str]:
            if plages := ", ".join(format_bandes(bandes(), colonnes)):
                yield f"{self.fichier} › {self.nom} › {plages}"

        return Sources(quote)

    def sources_de(self, lignes: Iterable[int], *colonnes: str) -> Sources:
        """The ranges of those rows in those columns."""
        return self.sources(lignes, [self.colonnes[c] for c in colonnes if c in self.colonnes])


class Programmation(Struct, frozen=True, dict=True):
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
    def sommes(self) -> dict[int, int]:
        """What each project is granted, in cents, by its row; nothing for one without a grant."""
        sommes = self.subventions.groupby("projet")["montant"].sum()
        return dict(zip(sommes.index.tolist(), sommes.tolist(), strict=True))

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

    def sum(self, financeurs: Iterable[str] | None = None, pilier: str | None = None) -> int:
        """What those grants come to, in cents."""
        voulus = None if financeurs is None else set(financeurs)
        return sum(
            cents
            for (le_pilier, financeur), cents in self._sommes.items()
            if pilier in (None, le_pilier) and (voulus is None or financeur in voulus)
        )

    def sources(
        self, financeurs: Iterable[str] | None = None, pilier: str | None = None
    ) -> Sources:
        """The cells that a sum of those grants goes over: whole columns, in a wide sheet."""
        codes = list(self.colonnes_de_montants if financeurs is None else financeurs)
        colonnes = {self.colonnes_de_montants[c] for c in codes if c in self.colonnes_de_montants}
        if self.longue:
            siens = None if financeurs is None else codes
            return Sources(lambda: self.feuille.sources(self.select(siens, pilier).index, colonnes))
        return self.feuille.sources_des_bandes(
            lambda: self._bandes_par_pilier.get(pilier, ()), colonnes
        )

    @cached_property
    def _sommes(self) -> dict[tuple[str, str], int]:
        """The cents that count, by pilier and financeur."""
        sommes = self.soutenues.groupby(["pilier", "financeur"])["montant"].sum()
        return dict(zip(sommes.index.tolist(), sommes.tolist(), strict=True))

    @cached_property
    def _bandes_par_pilier(self) -> dict[str | None, list[tuple[int, int]]]:
        """The runs of rows of the supported actions of each pilier; None: of all of them."""
        piliers = self.actions["pilier"]
        actions: dict[str | None, list[int]] = {None: piliers.index.tolist()}
        for ligne, pilier in zip(piliers.index.tolist(), piliers.tolist(), strict=True):
            actions.setdefault(pilier, []).append(ligne)
        return {pilier: find_bandes(lignes) for pilier, lignes in actions.items()}


class Dossier(Struct, frozen=True, eq=False):
    """All that is known of a year: the programming, and the other sheets that it has.

    Two are never equal: one stands for one reading, and what is worked out of it can be kept.
    """

    reglages: Reglages
    contrat: Contrat
    millesime: int
    annee: Annee
    programmation: Programmation
    autres: Mapping[str, Feuille] = field(default_factory=dict)  # by the name of their plan
    carte: Carte | None = None
    absents: tuple[str, ...] = ()
    vides: frozenset[str] = frozenset()  # plans whose sheet has nothing in it yet
    illisibles: frozenset[str] = frozenset()  # plans whose sheet is there, and could not be read
    logo: Image | None = None  # of the charter
    couverture: Image | None = None  # of the charter
    textes: tuple[Texte, ...] | None = None  # None: the year has no folder for them
    ecrits: bool = False  # the year has a folder of texts: `textes` may come from the settings too
    livres: tuple[Livre, ...] = ()  # of all the sheets of the workbooks, those left aside too
    laissees: tuple[Laisse, ...] = ()  # the sheets that nothing reads
    passe: Passe = field(default_factory=Passe)
    insee: Insee = field(default_factory=Insee)

    @property
    def feuilles(self) -> tuple[Feuille, ...]:
        """The sheets that were read, the programming first."""
        return (self.programmation.feuille, *self.autres.values())

    def feuille(self, plan: Plan) -> Feuille | None:
        """The sheet of that plan, when the year has it and it could be read."""
        return self.autres.get(plan.nom)

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
            axes_fcs=tuple(Axe(axe.numero, axe.libelle) for axe in self.reglages.axe_fcs),
            brouillon=brouillon,
            deliberation_le=self.annee.approuve_le,
        )
