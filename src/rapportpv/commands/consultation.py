"""The state of the consultation, as of a day that may be asked for."""

from datetime import date
from pathlib import Path

from msgspec import Struct

from rapportpv.core.anomalie import Anomalie, Severite
from rapportpv.core.errors import ConsultationAbsenteError, DateIllisibleError
from rapportpv.french.jour import JourImpossibleError, read_jour
from rapportpv.french.lexique import squash
from rapportpv.subjects.consultation.avis import Consultes
from rapportpv.subjects.consultation.figures import read_avis
from rapportpv.subjects.consultation.sheet import CONSULTATION
from rapportpv.year.controle import check_annee

_SOUCHE = CONSULTATION.fichier.partition(".")[0]


class Suivi(Struct, frozen=True):
    """The state of the consultation, and what is wrong with what it is told from."""

    millesime: int
    consultes: Consultes | None
    anomalies: tuple[Anomalie, ...]

    @property
    def is_blocked(self) -> bool:
        """Whether one of those anomalies forbids the report."""
        return any(anomalie.severite is Severite.ERREUR for anomalie in self.anomalies)


def read_day(texte: str | None) -> date | None:
    """The day that was asked for: «04/10/2023», «2023-10-04», or «aujourd’hui», the clock's.

    Raises DateIllisibleError.
    """
    if texte is None:
        return None
    if squash(texte) == squash("aujourd'hui"):
        return date.today()  # the one place where somebody asks for the clock
    try:
        jour = read_jour(texte)
    except JourImpossibleError:
        jour = None
    if jour is None:
        raise DateIllisibleError(texte)
    return jour


def follow_consultation(racine: Path, millesime: int, au: date | None = None) -> Suivi:
    """The state of the consultation; None when the year cannot be read.

    What is wrong elsewhere (an amount, a pilier) does not stand in its way, and is not told.
    Raises ConsultationAbsenteError.
    """
    controle = check_annee(racine, millesime)
    if controle.dossier is None:
        return Suivi(millesime, None, controle.anomalies)
    consultes = read_avis(controle.dossier, au)
    siennes = tuple(a for a in controle.anomalies if _is_ours(a, millesime))
    if consultes is None and not siennes:
        raise ConsultationAbsenteError(millesime)
    return Suivi(millesime, consultes, siennes)


def _is_ours(anomalie: Anomalie, millesime: int) -> bool:
    souche = anomalie.lieu.fichier.rpartition(".")[0]
    if souche == f"{millesime}/{_SOUCHE}":
        return True
    return anomalie.rule.code.startswith("PV82") or anomalie.rule.code in {
        *("PV504", "PV505", "PV830", "PV831", "PV832", "PV833"),
    }
