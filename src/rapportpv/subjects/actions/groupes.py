"""The supported actions, parted by pilier or by quartier: each of them is in one group."""

import re
from collections.abc import Iterable, Iterator

import numpy as np
import pandas as pd
from msgspec import Struct

from rapportpv.core.dossier import Dossier
from rapportpv.core.settings.reglages_annexe import Rangement
from rapportpv.french.lexique import fold
from rapportpv.subjects.programmation.figures import sum_par_action
from rapportpv.subjects.programmation.lieux import EN_PLUSIEURS, quartiers_of
from rapportpv.subjects.programmation.repartition import cells

AILLEURS = "Tout le territoire ou non précisé"
SANS_PILIER = "Pilier à corriger"


class Groupe(Struct, frozen=True):
    """Actions to be listed together, by their places in the frame of the supported actions.

    `cle` ends the name of their list, `rubrique` heads it, `lieu` says whether it is one quartier.
    """

    cle: str
    rubrique: str
    rangs: tuple[int, ...]
    lieu: bool = False


def part_actions(dossier: Dossier) -> list[Groupe]:
    """The groups that have an action, as the settings ask for them."""
    par_quartier = dossier.reglages.annexe.par is Rangement.QUARTIER
    return list(_by_quartier(dossier) if par_quartier else _by_pilier(dossier))


def _by_pilier(dossier: Dossier) -> Iterator[Groupe]:
    """The best funded pilier first; last, what is of none: a document built despite errors."""
    montants = sum_par_action(dossier)
    groupes = _index(dossier.programmation.actions["pilier"])
    siens = [pilier for pilier in dossier.contrat.pilier if pilier.code in groupes]
    for pilier in sorted(siens, key=lambda p: -sum(map(montants.__getitem__, groupes[p.code]))):
        yield Groupe(pilier.code, pilier.libelle, tuple(groupes.pop(pilier.code)))
    if restes := sorted(rang for rangs in groupes.values() for rang in rangs):
        yield Groupe("sans_pilier", SANS_PILIER, tuple(restes))


def _by_quartier(dossier: Dossier) -> Iterator[Groupe]:
    """The quartiers by the alphabet, then what is of several, then what is of none of them."""
    lues = cells(dossier, "quartiers") or [""] * len(dossier.programmation.actions)
    cles, libelles = quartiers_of(dossier).sort(sorted(set(lues)))
    groupes = _index(cles[lue] for lue in lues)
    siens = sorted((cle for cle in groupes if cle[0] != "+"), key=lambda c: _rank(libelles[c]))
    for cle in siens:
        nom = re.sub("[^a-z0-9]+", "_", fold(libelles[cle])).strip("_")
        yield Groupe(f"quartier_{nom or cle}", libelles[cle], tuple(groupes.pop(cle)), lieu=True)
    if plusieurs := groupes.pop(EN_PLUSIEURS, []):
        yield Groupe("plusieurs_quartiers", libelles[EN_PLUSIEURS], tuple(plusieurs))
    if restes := sorted(rang for rangs in groupes.values() for rang in rangs):
        yield Groupe("territoire", AILLEURS, tuple(restes))


def _rank(nom: str) -> list[tuple[str, int]]:
    """Where a name stands by the alphabet, «Cité 2» before «Cité 10»."""
    morceaux = enumerate(re.split(r"([0-9]+)", fold(nom)))
    return [("", int(m)) if rang % 2 else (m, 0) for rang, m in morceaux]


def _index(cles: Iterable[str]) -> dict[str, list[int]]:
    """The places of each key."""
    serie = pd.Series(list(cles), dtype=object)
    places = {cle: np.asarray(rangs) for cle, rangs in serie.groupby(serie).indices.items()}
    return {str(cle): rangs.tolist() for cle, rangs in places.items()}
