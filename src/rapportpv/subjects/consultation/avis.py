"""The avis of the bodies that are consulted, as they stand on a given day."""

from datetime import date
from enum import StrEnum

from msgspec import Struct


class Etat(StrEnum):
    """Where the avis of a body stands."""

    A_ENVOYER = "à envoyer"
    ATTENDU = "attendu"
    FAVORABLE = "favorable"
    RESERVE = "réservé"
    DEFAVORABLE = "défavorable"
    A_PRECISER = "à préciser"  # it has come, and nobody wrote what it says
    REPUTE_FAVORABLE = "réputé favorable"


RECUS = (Etat.FAVORABLE, Etat.RESERVE, Etat.DEFAVORABLE, Etat.A_PRECISER)
"""The states of an avis that came in time."""


class Avis(Struct, frozen=True):
    """A body that is consulted, and its avis as of a day.

    `hors_delai`: it has answered, after the deadline; its avis is deemed favourable all the same.
    `du_jour`: it was sent the projet that very day, and is not late to answer.
    """

    ligne: int  # its row in Excel
    instance: str
    code_type: str  # a code of the settings, or the text as typed
    type: str
    destinataire: str
    envoye_le: date | None
    limite: date | None
    recu_le: date | None
    etat: Etat
    observations: str = ""
    suite: str = ""
    hors_delai: bool = False
    du_jour: bool = False
    theme: str = ""  # what its observations are about

    @property
    def a_relancer(self) -> bool:
        """Whether it may still answer, and has not; on the day of sending, nobody is reminded."""
        return self.etat is Etat.ATTENDU and not self.du_jour


class Consultes(Struct, frozen=True):
    """All the bodies in the order of the sheet, and the day that their state is told of.

    `types`: «communes et conseils citoyens», in the order of the settings.
    """

    au: date
    avis: tuple[Avis, ...]
    transmission_le: date | None = None
    limite: date | None = None
    types: str = ""

    def count(self, *etats: Etat) -> int:
        """How many are in one of those states."""
        return sum(avis.etat in etats for avis in self.avis)

    @property
    def a_relancer(self) -> tuple[Avis, ...]:
        """Those who may still answer, and have had a day to do so."""
        return tuple(avis for avis in self.avis if avis.a_relancer)

    @property
    def hors_delai(self) -> tuple[Avis, ...]:
        """Those who have answered too late."""
        return tuple(avis for avis in self.avis if avis.hors_delai)
