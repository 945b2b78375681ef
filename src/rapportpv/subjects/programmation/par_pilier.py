"""The programming by pilier."""

from rapportpv.core.chiffre import Cellule, Chiffre, Figure, Ligne, Unite, part
from rapportpv.core.dossier import Dossier
from rapportpv.core.quantites import Recolte, by_amount
from rapportpv.core.settings.reglages import Pilier
from rapportpv.subjects.programmation.figures import sum_montants, total_programmation

MONTANT = Figure("piliers.{}.montant", Unite.EUROS, "Pilier « {} » : montant", "Pilier « {} »")
TAUX = Figure(
    "piliers.{}.taux",
    Unite.POURCENTAGE,
    "Pilier « {} » : part de la programmation",
    "Pilier « {} », part de la programmation",
)


def sum_pilier(dossier: Dossier, pilier: Pilier) -> Chiffre:
    """What all funders give to the supported actions of a pilier."""
    somme = sum_montants(dossier, pilier=pilier.code)
    return MONTANT.of(*somme, pilier.code, pilier.libelle)


def sum_par_pilier(dossier: Dossier) -> Recolte:
    """The figures `piliers.CODE.*`, and the table `par_pilier`, the largest pilier first."""
    recolte, total, lignes = Recolte(), total_programmation(dossier), []
    for pilier in dossier.contrat.pilier:
        montant = recolte.add(sum_pilier(dossier, pilier))
        taux = recolte.add(TAUX.part(montant, total, pilier.code, pilier.libelle))
        cellules: dict[str, Cellule] = {"pilier": pilier.libelle, "montant": montant, "taux": taux}
        lignes.append(Ligne(cellules, pilier.code, pilier.libelle_court))
    recolte.add_tableau(
        "par_pilier",
        "Répartition financière par pilier",
        {"pilier": "Pilier", "montant": "Contributions", "taux": "Part"},
        by_amount(lignes, "montant"),
        {"pilier": "Total", "montant": total, "taux": part(total, total)},
    )
    return recolte
