"""Finding the page of an anomaly."""

from pathlib import Path
from runpy import run_path

import rapportpv
from rapportpv.core.anomalie import Rule
from rapportpv.core.errors import CodeInconnuError

_RESSEMBLANCE = 0.7


def find_rule(code: str) -> Rule:
    """The rule with that code or name, in whatever case, read from its file alone.

    Its package would import its neighbours, and the catalogue every rule. Raises CodeInconnuError,
    with the nearest code.
    """
    voulu = code.strip().casefold()
    for fichier in Path(rapportpv.__file__).parent.rglob("rules/pv*.py"):
        numero, _, nom = fichier.stem.partition("_")
        if voulu in {numero, nom.replace("_", "-")}:
            rule: Rule = run_path(str(fichier))[numero.upper()]
            return rule
    raise CodeInconnuError(code, _nearest(voulu))


def _nearest(voulu: str) -> str | None:
    from rapidfuzz import process
    from rapidfuzz.distance import JaroWinkler

    from rapportpv.year.catalogue import CATALOGUE

    formes = {forme: rule.code for rule in CATALOGUE for forme in (rule.code.casefold(), rule.nom)}
    proche = process.extractOne(
        voulu, formes.keys(), scorer=JaroWinkler.similarity, score_cutoff=_RESSEMBLANCE
    )
    return formes[proche[0]] if proche else None
