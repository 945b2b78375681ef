"""The programming as a whole: its total, the projects submitted, the actions supported."""

from collections.abc import Sequence
from functools import lru_cache

from rapportpv.core.chiffre import Chiffre, Figure, Unite
from rapportpv.core.dossier import Dossier
from rapportpv.core.quantites import Recolte, Sources

TOTAL = Figure("programmation.total", Unite.EUROS, "Programmation : montant total", "Programmation")
PROJETS_DEPOSES = Figure(
    "programmation.projets_deposes",
    Unite.NOMBRE,
    "Programmation : projets déposés",
    "Projets déposés",
)
ACTIONS_SOUTENUES = Figure(
    "programmation.actions_soutenues",
    Unite.NOMBRE,
    "Programmation : actions soutenues",
    "Actions soutenues",
)


def sum_montants(
    dossier: Dossier, financeurs: Sequence[str] | None = None, pilier: str | None = None
) -> tuple[int, Sources]:
    """What those funders give to the supported actions of that pilier (all, when not told).

    In cents, with the cells that hold it.
    """
    programmation = dossier.programmation
    return programmation.sum(financeurs, pilier), programmation.sources(financeurs, pilier)


@lru_cache(maxsize=1)
def total_programmation(dossier: Dossier) -> Chiffre:
    """What all funders give to supported actions."""
    return TOTAL.of(*sum_montants(dossier))


@lru_cache(maxsize=1)
def count_actions(dossier: Dossier) -> Chiffre:
    """How many projects are supported."""
    actions = dossier.programmation.actions
    sources = dossier.programmation.feuille.sources_de(actions.index, "statut")
    return ACTIONS_SOUTENUES.of(len(actions), sources)


@lru_cache(maxsize=1)
def sum_par_action(dossier: Dossier) -> list[int]:
    """What each supported action is granted, in cents, in the order of the frame of actions."""
    programmation = dossier.programmation
    sommes = programmation.soutenues.groupby("projet", sort=False)["montant"].sum()
    cents: list[int] = sommes.reindex(programmation.actions.index, fill_value=0).tolist()
    return cents


def sum_programmation(dossier: Dossier) -> Recolte:
    """The figures `programmation.*`."""
    programmation, recolte = dossier.programmation, Recolte()
    recolte.add(total_programmation(dossier))
    feuille = programmation.feuille
    sources = feuille.sources_de(feuille.frame.index, "intitule")
    recolte.add(PROJETS_DEPOSES.of(len(feuille.frame), sources))
    recolte.add(count_actions(dossier))
    return recolte
