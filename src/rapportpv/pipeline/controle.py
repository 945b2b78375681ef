"""A year read and checked: everything that is wrong with it, told at once."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from rapportpv.aggregate import compute_bilan
from rapportpv.load.dossier import load_dossier
from rapportpv.model.anomalie import Anomalie, Severite, gather
from rapportpv.model.chiffre import Bilan
from rapportpv.model.dossier import Dossier
from rapportpv.pipeline.verdicts import judge, name_causes
from rapportpv.rules import check_dossier, check_textes


@dataclass(frozen=True)
class Controle:
    """What a year holds and what is wrong with it; the Dossier is None when it cannot be read."""

    millesime: int
    dossier: Dossier | None
    anomalies: tuple[Anomalie, ...]
    calcule: Bilan | None = field(default=None, repr=False)  # when the check has needed it

    @cached_property
    def bilan(self) -> Bilan:
        """What the year adds up to: nothing, when it cannot be read."""
        if self.calcule is not None:
            return self.calcule
        return compute_bilan(self.dossier) if self.dossier else Bilan()

    def is_blocked(self, *, strict: bool = False) -> bool:
        """Whether an anomaly forbids the report; any alert does when strict."""
        bloquantes = {Severite.ERREUR, Severite.ALERTE} if strict else {Severite.ERREUR}
        return any(anomalie.severite in bloquantes for anomalie in self.anomalies)

    def count(self, severite: Severite) -> int:
        """How many anomalies are of that severity."""
        return sum(anomalie.severite is severite for anomalie in self.anomalies)

    @property
    def lignes(self) -> int:
        """How many projects were read."""
        return len(self.dossier.programmation.feuille.frame) if self.dossier else 0


def check_annee(racine: Path, millesime: int) -> Controle:
    """The year, and all its anomalies in the order of their places."""
    dossier, anomalies = load_dossier(racine, millesime)
    bilan = compute_bilan(dossier) if dossier and _can_judge_textes(dossier) else None
    if dossier:
        fautes = [*anomalies, *check_dossier(dossier)]
        if bilan:
            fautes += check_textes(dossier, bilan)
        anomalies = judge(name_causes(gather(fautes), dossier), dossier.reglages)
    return Controle(millesime, dossier, tuple(gather(anomalies)), bilan)


def _can_judge_textes(dossier: Dossier) -> bool:
    """Whether there are texts, and whole figures: a refused cell leaves them short."""
    return bool(dossier.textes) and not any(f.refusees for f in dossier.feuilles)
