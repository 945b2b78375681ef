"""Crédits spécifiques, and those of the State among them."""

from rapportpv.core.chiffre import Cellule, Ligne
from rapportpv.core.dossier import Dossier
from rapportpv.core.quantites import Recolte, by_amount, part
from rapportpv.core.settings.reglages import Financeur
from rapportpv.core.vocabulaire import ETAT
from rapportpv.subjects.programmation.figures import sum_montants, total_programmation


def sum_credits(dossier: Dossier) -> Recolte:
    """The figures `credits_specifiques.*`, `credits_etat.*`, and the table of the first ones."""
    recolte = Recolte()
    specifiques = [f for f in dossier.reglages.financeur if f.specifique]
    _sum_specifiques(dossier, specifiques, recolte)
    _sum_etat(dossier, [f.code for f in specifiques if f.famille == ETAT], recolte)
    return recolte


def _sum_specifiques(dossier: Dossier, financeurs: list[Financeur], recolte: Recolte) -> None:
    programme, lignes = total_programmation(dossier), []
    codes = [financeur.code for financeur in financeurs]
    total = recolte.add(sum_montants(dossier, "credits_specifiques.total", financeurs=codes))
    taux = recolte.add(part("credits_specifiques.taux", total, programme))
    for financeur in financeurs:
        nom = f"financeurs.{financeur.code}"
        montant = sum_montants(dossier, f"{nom}.montant", financeurs=[financeur.code])
        sien = part(f"{nom}.taux", montant, programme)
        cellules: dict[str, Cellule] = {
            "financeur": financeur.libelle,
            "montant": montant,
            "taux": sien,
        }
        if montant.valeur:
            lignes.append(Ligne(cellules, financeur.code))
    recolte.add_tableau(
        "credits_specifiques",
        "Crédits spécifiques par financeur",
        {"financeur": "Financeur", "montant": "Montant", "taux": "Part de la programmation"},
        by_amount(lignes, "montant"),
        {"financeur": "Total", "montant": total, "taux": taux},
    )


def _sum_etat(dossier: Dossier, codes: list[str], recolte: Recolte) -> None:
    """The State's specific credits, and the share of each pilier in them."""
    total = recolte.add(sum_montants(dossier, "credits_etat.total", financeurs=codes))
    for pilier in dossier.contrat.pilier:
        montant = sum_montants(dossier, "", financeurs=codes, pilier=pilier.code)
        recolte.add(part(f"credits_etat.piliers.{pilier.code}.taux", montant, total))
