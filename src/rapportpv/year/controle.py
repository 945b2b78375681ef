"""A year read and checked: everything that is wrong with it, told at once."""

from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from rapportpv.core.anomalie import Anomalie, Severite, Stage, fold_repeated, gather
from rapportpv.core.chiffre import Bilan
from rapportpv.core.dossier import Dossier
from rapportpv.core.inventaire import Inventaire
from rapportpv.core.livre import Livre
from rapportpv.year.bilan import compute_bilan
from rapportpv.year.epreuves import run_checks
from rapportpv.year.load import load_dossier
from rapportpv.year.passe import load_passe
from rapportpv.year.verdicts import judge, name_causes


class Controle(Struct, frozen=True):
    """What a year holds and what is wrong with it; the Dossier is None when it cannot be read."""

    millesime: int
    dossier: Dossier | None
    anomalies: tuple[Anomalie, ...]
    bilan: Bilan = field(default_factory=Bilan)
    acceptees: int = 0
    inventaire: Inventaire | None = None  # when a check takes it

    def is_blocked(self, *, strict: bool = False) -> bool:
        """Whether an anomaly forbids the report; any alert does when strict."""
        bloquantes = {Severite.ERREUR, Severite.ALERTE} if strict else {Severite.ERREUR}
        return any(anomalie.severite in bloquantes for anomalie in self.anomalies)

    def count(self, severite: Severite) -> int:
        """How many anomalies are of that severity."""
        return sum(anomalie.severite is severite for anomalie in self.anomalies)

    @property
    def livres(self) -> tuple[Livre, ...]:
        """What became of the numbers of each sheet."""
        return self.dossier.livres if self.dossier else ()

    @property
    def lignes(self) -> int:
        """How many projects were read."""
        return len(self.dossier.programmation.feuille.frame) if self.dossier else 0


def check_annee(racine: Path, millesime: int) -> Controle:
    """The year, and all its anomalies in the order of their places."""
    dossier, anomalies = load_dossier(racine, millesime)
    if dossier is None:
        return Controle(millesime, None, tuple(gather(fold_repeated(gather(anomalies)))))
    passe, autres = load_passe(racine, dossier)
    dossier = replace(dossier, passe=passe)
    bilan = compute_bilan(dossier)
    fautes = [*anomalies, *autres, *run_checks(Stage.ANNEE, dossier)]
    if not any(feuille.refusees for feuille in dossier.feuilles):  # else the figures fall short
        fautes += run_checks(Stage.CHIFFRES, dossier, bilan)
    verdict = judge(name_causes(gather(fautes), dossier), dossier.reglages, millesime)
    restantes = gather(fold_repeated(gather(verdict.restantes)))
    return Controle(millesime, dossier, tuple(restantes), bilan, verdict.acceptees)
