"""The rules that look at what was read, a stage at a time."""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Stage
from rapportpv.core.chiffre import Bilan
from rapportpv.core.dossier import Dossier
from rapportpv.year.catalogue import CATALOGUE


def run_checks(stage: Stage, *lu: Dossier | Bilan) -> Iterator[Anomalie]:
    """What the rules of that stage say of what was read."""
    for rule in CATALOGUE:
        if rule.check is not None and rule.stage is stage:
            yield from rule.check(*lu)
