"""The programming by financeur."""

from rapportpv.core.chiffre import Cellule, Ligne
from rapportpv.core.dossier import Dossier
from rapportpv.core.quantites import Recolte, by_amount, part
from rapportpv.subjects.programmation.figures import sum_montants, total_programmation

_NATURE = {True: "Crédits spécifiques", False: "Droit commun"}


def sum_par_financeur(dossier: Dossier) -> Recolte:
    """The figures `financeurs.CODE.*`, and the table `par_financeur` of those who gave."""
    recolte, total, lignes = Recolte(), total_programmation(dossier), []
    for financeur in dossier.reglages.financeur:
        nom = f"financeurs.{financeur.code}"
        montant = recolte.add(sum_montants(dossier, f"{nom}.montant", financeurs=[financeur.code]))
        taux = recolte.add(part(f"{nom}.taux", montant, total))
        cellules: dict[str, Cellule] = {
            "financeur": financeur.libelle,
            "nature": _NATURE[financeur.specifique],
            "montant": montant,
            "taux": taux,
        }
        if montant.valeur:
            lignes.append(Ligne(cellules, financeur.code))
    entier = part("", total, total)
    recolte.add_tableau(
        "par_financeur",
        "Répartition financière par financeur",
        {"financeur": "Financeur", "nature": "Nature", "montant": "Montant", "taux": "Part"},
        by_amount(lignes, "montant"),
        {"financeur": "Total", "nature": "Tous crédits", "montant": total, "taux": entier},
    )
    return recolte
