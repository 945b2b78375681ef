"""Finding the page of an anomaly."""

import re
from collections.abc import Iterator
from pathlib import Path
from runpy import run_path

import rapportpv
from rapportpv.core.anomalie import Rule
from rapportpv.core.errors import CodeInconnuError
from rapportpv.french.lexique import fold

_RESSEMBLANCE = 80
_ASSEZ_LONG = 3


def list_pages() -> Iterator[tuple[str, str, str]]:
    """The code, the name and the title of each rule, read from their files alone."""
    for fichier in Path(rapportpv.__file__).parent.rglob("rules/pv*.py"):
        numero, _, nom = fichier.stem.partition("_")
        with fichier.open(encoding="utf-8") as page:
            titre = page.readline().strip().removeprefix('"""')
        yield numero.upper(), nom.replace("_", "-"), titre


def find_rule(code: str) -> Rule:
    """The rule with that code or name, in whatever case, read from its file alone.

    Its package would import its neighbours, and the catalogue every rule. Raises CodeInconnuError,
    with the nearest code.
    """
    voulu = code.strip().casefold()
    voulu = f"pv{voulu}" if voulu.isdecimal() else voulu
    for fichier in Path(rapportpv.__file__).parent.rglob("rules/pv*.py"):
        numero, _, nom = fichier.stem.partition("_")
        if voulu in {numero, nom.replace("_", "-")}:
            rule: Rule = run_path(str(fichier))[numero.upper()]
            return rule
    raise CodeInconnuError(code, _nearest(voulu))


def _nearest(voulu: str) -> str | None:
    """The code of the nearest number, or of the page whose name or title has those words."""
    from rapidfuzz import fuzz, process

    from rapportpv.year.catalogue import CATALOGUE

    chiffres = re.sub("[oil]", lambda lettre: "0" if lettre[0] == "o" else "1", voulu)
    if numero := re.fullmatch(r"p?v?[ -]?(\d{1,4})", chiffres):
        voulu_numero = int(numero[1])
        codes = {int(rule.code[2:]): rule.code for rule in CATALOGUE}
        return codes[
            min(codes, key=lambda n: (n // 100 != voulu_numero // 100, abs(n - voulu_numero)))
        ]
    formes = {rule.code: fold(f"{rule.nom.replace('-', ' ')} {rule.titre}") for rule in CATALOGUE}
    proche = process.extractOne(
        fold(voulu).replace("-", " "),
        formes,
        scorer=fuzz.partial_ratio,
        score_cutoff=_RESSEMBLANCE,
    )
    return str(proche[2]) if proche and len(voulu) >= _ASSEZ_LONG else None
