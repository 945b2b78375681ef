"""The programming by pilier."""

from rapportpv.core.chiffre import Cellule, Ligne
from rapportpv.core.dossier import Dossier
from rapportpv.core.quantites import Recolte, by_amount, part
from rapportpv.subjects.programmation.figures import sum_montants, total_programmation


def sum_par_pilier(dossier: Dossier) -> Recolte:
    """The figures `piliers.CODE.*`, and the table `par_pilier`, the largest pilier first."""
    recolte, total, lignes = Recolte(), total_programmation(dossier), []
    for pilier in dossier.contrat.pilier:
        nom = f"piliers.{pilier.code}"
        montant = recolte.add(sum_montants(dossier, f"{nom}.montant", pilier=pilier.code))
        taux = recolte.add(part(f"{nom}.taux", montant, total))
        cellules: dict[str, Cellule] = {"pilier": pilier.libelle, "montant": montant, "taux": taux}
        lignes.append(Ligne(cellules, pilier.code))
    recolte.add_tableau(
        "par_pilier",
        "Répartition financière par pilier",
        {"pilier": "Pilier", "montant": "Contributions", "taux": "Part"},
        by_amount(lignes, "montant"),
        {"pilier": "Total", "montant": total, "taux": part("", total, total)},
    )
    return recolte
