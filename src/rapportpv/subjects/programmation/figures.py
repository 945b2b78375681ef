"""The programming as a whole: its total, the projects submitted, the actions supported."""

from collections.abc import Sequence
from functools import lru_cache

from rapportpv.core.chiffre import Chiffre
from rapportpv.core.dossier import Dossier
from rapportpv.core.quantites import Recolte, euros, nombre


def sum_montants(
    dossier: Dossier,
    nom: str,
    *,
    financeurs: Sequence[str] | None = None,
    pilier: str | None = None,
) -> Chiffre:
    """What those funders give to the supported actions of that pilier (all, when not told)."""
    programmation = dossier.programmation
    cents = programmation.sum(financeurs, pilier)
    return euros(nom, cents, programmation.sources(financeurs, pilier))


@lru_cache(maxsize=1)
def total_programmation(dossier: Dossier) -> Chiffre:
    """What all funders give to supported actions."""
    return sum_montants(dossier, "programmation.total")


@lru_cache(maxsize=1)
def count_actions(dossier: Dossier) -> Chiffre:
    """How many projects are supported."""
    actions = dossier.programmation.actions
    sources = dossier.programmation.feuille.sources_de(actions.index, "statut")
    return nombre("programmation.actions_soutenues", len(actions), sources)


@lru_cache(maxsize=1)
def sum_par_action(dossier: Dossier) -> list[int]:
    """What each supported action is granted, in cents, in the order of the frame of actions."""
    programmation = dossier.programmation
    sommes = dict.fromkeys(programmation.actions.index.tolist(), 0)
    colonnes = (programmation.soutenues[colonne].tolist() for colonne in ("projet", "montant"))
    for projet, cents in zip(*colonnes, strict=True):
        sommes[projet] += cents
    return list(sommes.values())


def sum_programmation(dossier: Dossier) -> Recolte:
    """The figures `programmation.*`."""
    programmation, recolte = dossier.programmation, Recolte()
    recolte.add(total_programmation(dossier))
    feuille = programmation.feuille
    sources = feuille.sources_de(feuille.frame.index, "intitule")
    recolte.add(nombre("programmation.projets_deposes", len(feuille.frame), sources))
    recolte.add(count_actions(dossier))
    return recolte
