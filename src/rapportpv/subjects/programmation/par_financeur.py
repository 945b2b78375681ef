"""The programming by financeur."""

from rapportpv.core.chiffre import Cellule, Chiffre, Figure, Ligne, Unite, part
from rapportpv.core.dossier import Dossier
from rapportpv.core.quantites import Recolte, by_amount
from rapportpv.core.settings.reglages import Financeur
from rapportpv.subjects.programmation.figures import sum_montants, total_programmation

MONTANT = Figure("financeurs.{}.montant", Unite.EUROS, "Financeur « {} » : montant", "{}")
TAUX = Figure(
    "financeurs.{}.taux",
    Unite.POURCENTAGE,
    "Financeur « {} » : part de la programmation",
    "{}, part de la programmation",
)

_NATURE = {True: "Crédits spécifiques", False: "Droit commun"}


def sum_financeur(dossier: Dossier, financeur: Financeur) -> tuple[Chiffre, Chiffre]:
    """What a funder gives to supported actions, and its share in the programming."""
    code, libelle = financeur.code, financeur.libelle
    montant = MONTANT.of(*sum_montants(dossier, [code]), code, libelle)
    return montant, TAUX.part(montant, total_programmation(dossier), code, libelle)


def sum_par_financeur(dossier: Dossier) -> Recolte:
    """The figures `financeurs.CODE.*`, and the table `par_financeur` of those who gave."""
    recolte, total, lignes = Recolte(), total_programmation(dossier), []
    for financeur in dossier.reglages.financeur:
        montant, taux = map(recolte.add, sum_financeur(dossier, financeur))
        cellules: dict[str, Cellule] = {
            "financeur": financeur.libelle,
            "nature": _NATURE[financeur.specifique],
            "montant": montant,
            "taux": taux,
        }
        if montant.valeur:
            lignes.append(Ligne(cellules, financeur.code, financeur.libelle_court))
    entier = part(total, total)
    recolte.add_tableau(
        "par_financeur",
        "Répartition financière par financeur",
        {"financeur": "Financeur", "nature": "Nature", "montant": "Montant", "taux": "Part"},
        by_amount(lignes, "montant"),
        {"financeur": "Total", "nature": "Tous crédits", "montant": total, "taux": entier},
    )
    return recolte
