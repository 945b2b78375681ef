"""Crédits spécifiques and droit commun: what is the policy's own money, and what is not."""

from rapportpv.core.chiffre import Ligne
from rapportpv.core.dossier import Dossier
from rapportpv.core.quantites import Recolte, part
from rapportpv.subjects.programmation.figures import sum_montants, total_programmation

_NATURES = {
    True: ("credits_specifiques", "Crédits spécifiques"),
    False: ("droit_commun", "Droit commun"),
}


def sum_par_nature(dossier: Dossier) -> Recolte:
    """The figures `droit_commun.*`, and the table of both; no table when nobody gives anything."""
    recolte, programme, lignes = Recolte(), total_programmation(dossier), []
    for specifique, (nom, libelle) in _NATURES.items():
        codes = [f.code for f in dossier.reglages.financeur if f.specifique is specifique]
        montant = sum_montants(dossier, f"{nom}.total", financeurs=codes)
        taux = part(f"{nom}.taux", montant, programme)
        lignes.append(Ligne({"nature": libelle, "montant": montant, "taux": taux}, nom))
        if not specifique:  # the others are those of another table
            recolte.add(montant)
            recolte.add(taux)
    if programme.valeur:
        recolte.add_tableau(
            "par_nature",
            "Crédits spécifiques et droit commun",
            {"nature": "Nature", "montant": "Montant", "taux": "Part"},
            lignes,
            {"nature": "Total", "montant": programme, "taux": part("", programme, programme)},
        )
    return recolte
