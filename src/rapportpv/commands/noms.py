"""Names of files that every system accepts, made from the names of people and places."""

import re
from collections.abc import Iterable

from rapportpv.french.lexique import fold

_LONGUEUR = 60
_RESERVES = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{nom}{n}" for nom in ("com", "lpt") for n in range(10)}
)


def name_files(noms: Iterable[str]) -> list[str]:
    """For each name a stem of its own: «commune-d-auchel», «conseil-citoyen-le-regain»."""
    pris: set[str] = set()
    stems = []
    for nom in noms:
        souche = _slug(nom)
        numeros = (f"{souche}-{n}" for n in range(2, len(pris) + 3))
        stem = souche if souche not in pris else next(n for n in numeros if n not in pris)
        pris.add(stem)
        stems.append(stem)
    return stems


def _slug(nom: str) -> str:
    """Lower-case letters, digits and hyphens; never a name that Windows keeps for itself."""
    slug = re.sub(r"[^a-z0-9]+", "-", fold(nom)).strip("-")[:_LONGUEUR].strip("-")
    return f"{slug or 'courrier'}-1" if not slug or slug in _RESERVES else slug
