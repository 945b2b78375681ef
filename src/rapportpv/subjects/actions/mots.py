"""What a line of a list says in words, and what its last line says of them all."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, TypeAlias

from rapportpv.core.chiffre import Cellule
from rapportpv.core.dossier import Dossier
from rapportpv.core.quantites import SANS_OBJET, compte, texte
from rapportpv.subjects.programmation.lieux import Lieux, communes_of, quartiers_of
from rapportpv.subjects.programmation.operateurs import operator_keys
from rapportpv.subjects.programmation.sheet import RECONDUCTIONS

Action: TypeAlias = Mapping[str, Any]
"""A row of the frame of actions."""

_NOMMES = 2  # places in a cell; more are counted
_CHAMPS = {"action": "intitule"}
_RECONDUCTIONS = {e.code: e.libelle.capitalize() for e in RECONDUCTIONS.entrees}
_ENSEMBLE = {
    "pilier": "Ensemble",
    "quartiers": "Ensemble",
    "communes": "Ensemble",
    "thematique": "Ensemble",
}


def word_columns(dossier: Dossier) -> dict[str, Callable[[Action], str]]:
    """What each column of words says of an action."""
    piliers = {p.code: p.libelle_court or p.libelle for p in dossier.contrat.pilier}
    return {
        **{nom: partial(_copy, nom) for nom in ("numero", "action", "operateur", "thematique")},
        "pilier": lambda action: piliers.get(action["pilier"], texte(action["pilier"])),
        "quartiers": partial(_show_lieux, quartiers_of(dossier)),
        "communes": partial(_show_lieux, communes_of(dossier)),
        "reconduction": lambda action: _RECONDUCTIONS.get(action["reconduction"], SANS_OBJET),
    }


def word_total(
    colonnes: Sequence[str], nombre: int, operateurs: Iterable[str]
) -> dict[str, Cellule]:
    """What the columns of words say of so many actions, which these opérateurs carry."""
    dits: dict[str, Cellule] = {nom: _ENSEMBLE.get(nom, SANS_OBJET) for nom in colonnes}
    dits |= {colonnes[0]: "Total", "action": compte(nombre)}
    if "operateur" in dits:
        dits["operateur"] = compte(len(set(operator_keys(list(operateurs)))))
    return dits


def _copy(nom: str, action: Action) -> str:
    return texte(action[_CHAMPS.get(nom, nom)], SANS_OBJET)


def _show_lieux(lieux: Lieux, action: Action) -> str:
    return lieux.show(action[lieux.pluriel], _NOMMES) or SANS_OBJET
