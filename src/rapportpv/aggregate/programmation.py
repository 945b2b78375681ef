"""The programming as a whole: its total, the projects submitted, the actions supported."""

from collections.abc import Sequence

from rapportpv.aggregate.quantites import Recolte, euros, nombre
from rapportpv.model.chiffre import Chiffre
from rapportpv.model.dossier import Dossier


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


def total_programmation(dossier: Dossier) -> Chiffre:
    """What all funders give to supported actions."""
    return sum_montants(dossier, "programmation.total")


def sum_programmation(dossier: Dossier) -> Recolte:
    """The figures `programmation.*`."""
    programmation, recolte = dossier.programmation, Recolte()
    recolte.add(total_programmation(dossier))
    comptes = {
        "projets_deposes": (programmation.feuille.frame, "intitule"),
        "actions_soutenues": (programmation.actions, "statut"),
    }
    for nom, (frame, colonne) in comptes.items():
        sources = programmation.feuille.sources_de(frame.index, colonne)
        recolte.add(nombre(f"programmation.{nom}", len(frame), sources))
    return recolte
