"""Crédits spécifiques, and those of the State among them."""

from rapportpv.core.chiffre import Cellule, Figure, Ligne, Unite
from rapportpv.core.dossier import Dossier
from rapportpv.core.quantites import Recolte, by_amount
from rapportpv.core.settings.reglages import Financeur
from rapportpv.core.vocabulaire import ETAT
from rapportpv.subjects.programmation.figures import sum_montants, total_programmation
from rapportpv.subjects.programmation.par_financeur import sum_financeur

SPECIFIQUES = Figure(
    "credits_specifiques.total",
    Unite.EUROS,
    "Crédits spécifiques : montant",
    "Crédits spécifiques",
)
TAUX_SPECIFIQUES = Figure(
    "credits_specifiques.taux",
    Unite.POURCENTAGE,
    "Crédits spécifiques : part de la programmation",
    "Crédits spécifiques, part de la programmation",
)
DE_L_ETAT = Figure(
    "credits_etat.total",
    Unite.EUROS,
    "Crédits spécifiques de l’État : montant",
    "Crédits spécifiques de l’État",
)
DU_PILIER = Figure("credits_etat.piliers.{}.montant", Unite.EUROS)  # not told: its share is
TAUX_DU_PILIER = Figure(
    "credits_etat.piliers.{}.taux",
    Unite.POURCENTAGE,
    "Pilier « {} » : part des crédits spécifiques de l’État",
    "Crédits spécifiques de l’État, part du pilier « {} »",
)


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
    total = recolte.add(SPECIFIQUES.of(*sum_montants(dossier, codes)))
    taux = recolte.add(TAUX_SPECIFIQUES.part(total, programme))
    for financeur in financeurs:
        montant, sien = sum_financeur(dossier, financeur)
        cellules: dict[str, Cellule] = {
            "financeur": financeur.libelle,
            "montant": montant,
            "taux": sien,
        }
        if montant.valeur:
            lignes.append(Ligne(cellules, financeur.code, financeur.libelle_court))
    recolte.add_tableau(
        "credits_specifiques",
        "Crédits spécifiques par financeur",
        {"financeur": "Financeur", "montant": "Montant", "taux": "Part de la programmation"},
        by_amount(lignes, "montant"),
        {"financeur": "Total", "montant": total, "taux": taux},
    )


def _sum_etat(dossier: Dossier, codes: list[str], recolte: Recolte) -> None:
    """The State's specific credits, and the share of each pilier in them."""
    total = recolte.add(DE_L_ETAT.of(*sum_montants(dossier, codes)))
    for pilier in dossier.contrat.pilier:
        montant = DU_PILIER.of(*sum_montants(dossier, codes, pilier.code), pilier.code)
        recolte.add(TAUX_DU_PILIER.part(montant, total, pilier.code, pilier.libelle))
