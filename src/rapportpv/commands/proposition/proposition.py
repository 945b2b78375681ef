"""The values of a proposal: what each column is taken for, and every doubt."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field

from rapportpv.commands.proposition.autres import Autre
from rapportpv.core.anomalie import Anomalie
from rapportpv.core.settings.reglages import Financeur, Pilier


class Usage(StrEnum):
    """What a column is for the report."""

    CHAMP = "colonne"  # one of the columns of the contract
    FINANCEUR = "financeur"
    ECARTEE = "écartée"  # amounts that are no grant, by what they say or by arithmetic
    INUTILE = "sans usage"
    DOUTEUSE = "à décider"  # amounts that may be a grant: only a person can tell
    LAISSEE = "laissée"  # neither read nor set aside: `check` says what it must of it


class Colonne(Struct, frozen=True):
    """A column of the workbook: its place, its heading, what it is, what it holds."""

    numero: int
    libelle: str
    usage: Usage
    code: str = ""  # the field, or the funder
    role: str = ""  # what it is, or why it is left out, as people say it
    exemples: tuple[str, ...] = ()
    doute: str = ""


class Payeur(Struct, frozen=True):
    """A funder, and what no word of the workbook says of it."""

    financeur: Financeur
    remarque: str = ""  # on the column that names it
    famille_devinee: bool = True
    specifique_dit: bool = True
    connu: bool = False  # of the settings


class Mots(Struct, frozen=True):
    """The words of the workbook for closed lists: by code, those that the program lacks."""

    statuts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    types: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class Essai(Struct, frozen=True):
    """What the workbook says once read so: projects, supported ones, cents, and its faults."""

    projets: int = 0
    soutenus: int = 0
    cents: int = 0
    anomalies: tuple[Anomalie, ...] = ()
    lu: bool = False


class Proposition(Struct, frozen=True):
    """The whole proposal."""

    fichier: str
    feuille: str
    ligne: int  # of the headings
    longue: bool
    colonnes: tuple[Colonne, ...]
    payeurs: tuple[Payeur, ...]
    piliers: tuple[Pilier, ...]
    mots: Mots
    doutes: tuple[str, ...] = ()
    unites: Mapping[str, str] = field(default_factory=dict)  # of amounts not in euros, by heading
    autres: tuple[Autre, ...] = ()  # the other sheets that the report may use
    essai: Essai = field(default_factory=Essai)

    def aliases(self) -> dict[str, list[str]]:
        """The headings of each field, those that are left out under `ignorer` apart."""
        trouves: dict[str, list[str]] = {}
        for colonne in self.colonnes:
            if colonne.usage is Usage.CHAMP:
                trouves.setdefault(colonne.code, []).append(colonne.libelle)
        return trouves

    def ignorees(self) -> list[Colonne]:
        """The columns that the settings set aside by name."""
        gardes = {c.libelle for c in self.colonnes if c.usage not in {Usage.ECARTEE, Usage.INUTILE}}
        return [
            c
            for c in self.colonnes
            if c.usage in {Usage.ECARTEE, Usage.INUTILE} and c.libelle not in gardes
        ]
