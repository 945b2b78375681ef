"""What the document says of itself: whose report, of which year, in which state."""

from datetime import date
from enum import StrEnum

from msgspec import Struct


class Version(StrEnum):
    """The two states of the report in the procedure of décret n° 2015-1118."""

    PROJET = "projet"
    DEFINITIF = "definitif"


class Axe(Struct, frozen=True):
    """An axis of the Fonds de Cohésion Sociale."""

    numero: int
    libelle: str


class Identite(Struct, frozen=True):
    """The EPCI, the year, the contract, and the state of the document."""

    annee: int
    epci: str
    sigle: str
    contrat: str
    contrat_debut: int
    contrat_fin: int
    version: Version
    arrete_le: date
    axes_fcs: tuple[Axe, ...] = ()
    brouillon: bool = False  # built despite errors
    deliberation_le: date | None = None  # of a definitive report: the day of its approval
