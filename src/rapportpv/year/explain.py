"""Finding the page of an anomaly."""

from rapportpv.core.anomalie import Rule
from rapportpv.core.errors import CodeInconnuError
from rapportpv.year.catalogue import CATALOGUE

_RESSEMBLANCE = 0.7


def find_rule(code: str) -> Rule:
    """The rule with that code or name, in whatever case.

    Raises CodeInconnuError, with the nearest code.
    """
    voulu = code.strip().casefold()
    for rule in CATALOGUE:
        if voulu in {rule.code.casefold(), rule.nom}:
            return rule
    raise CodeInconnuError(code, _nearest(voulu))


def _nearest(voulu: str) -> str | None:
    from rapidfuzz import process
    from rapidfuzz.distance import JaroWinkler

    formes = {forme: rule.code for rule in CATALOGUE for forme in (rule.code.casefold(), rule.nom)}
    proche = process.extractOne(
        voulu, formes.keys(), scorer=JaroWinkler.similarity, score_cutoff=_RESSEMBLANCE
    )
    return formes[proche[0]] if proche else None
