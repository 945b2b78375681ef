"""What landlords do against the abattement de taxe foncière."""

from rapportpv.core.chiffre import Figure, Unite
from rapportpv.core.dossier import Dossier
from rapportpv.core.quantites import Recolte
from rapportpv.core.sujet import Sujet
from rapportpv.subjects.abattement_tfpb.sheet import ABATTEMENT_TFPB
from rapportpv.subjects.dsu.figures import add_actions

TOTAL = Figure("abattement_tfpb.total", Unite.EUROS, "Abattement de taxe foncière : montant")


def sum_abattement(dossier: Dossier) -> Recolte:
    """The figure `abattement_tfpb.total` and the table `abattement_tfpb`; nothing without a row."""
    recolte, feuille = Recolte(), dossier.feuille(ABATTEMENT_TFPB)
    if feuille is not None and not feuille.frame.empty:
        colonnes = {
            "bailleur": "Bailleur",
            "quartier": "Quartier",
            "action": "Action",
            "montant": "Montant",
        }
        titre = "Actions des bailleurs en contrepartie de l’abattement de taxe foncière"
        add_actions(recolte, feuille, TOTAL, titre, colonnes)
    return recolte


SUJET = Sujet(
    "abattement_tfpb",
    plans=(ABATTEMENT_TFPB,),
    recoltes=(sum_abattement,),
    groupes=("abattement_tfpb",),
)
