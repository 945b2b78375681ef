"""Crédits spécifiques and droit commun: what is the policy's own money, and what is not."""

from rapportpv.core.chiffre import Figure, Ligne, Unite, part
from rapportpv.core.dossier import Dossier
from rapportpv.core.quantites import Recolte
from rapportpv.subjects.programmation.credits import SPECIFIQUES, TAUX_SPECIFIQUES
from rapportpv.subjects.programmation.figures import sum_montants, total_programmation

DROIT_COMMUN = Figure("droit_commun.total", Unite.EUROS, "Droit commun : montant")
TAUX_DROIT_COMMUN = Figure(
    "droit_commun.taux", Unite.POURCENTAGE, "Droit commun : part de la programmation"
)

_NATURES = {
    True: ("credits_specifiques", "Crédits spécifiques", SPECIFIQUES, TAUX_SPECIFIQUES),
    False: ("droit_commun", "Droit commun", DROIT_COMMUN, TAUX_DROIT_COMMUN),
}


def sum_par_nature(dossier: Dossier) -> Recolte:
    """The figures `droit_commun.*`, and the table of both; no table when nobody gives anything."""
    recolte, programme, lignes = Recolte(), total_programmation(dossier), []
    for specifique, (nom, libelle, somme, taux) in _NATURES.items():
        codes = [f.code for f in dossier.reglages.financeur if f.specifique is specifique]
        montant = somme.of(*sum_montants(dossier, codes))
        sa_part = taux.part(montant, programme)
        lignes.append(Ligne({"nature": libelle, "montant": montant, "taux": sa_part}, nom))
        if not specifique:  # the others are those of another table
            recolte.add(montant)
            recolte.add(sa_part)
    if programme.valeur:
        recolte.add_tableau(
            "par_nature",
            "Crédits spécifiques et droit commun",
            {"nature": "Nature", "montant": "Montant", "taux": "Part"},
            lignes,
            {"nature": "Total", "montant": programme, "taux": part(programme, programme)},
        )
    return recolte
