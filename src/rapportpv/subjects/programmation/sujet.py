"""All that the programming adds up to, in the order in which it is told."""

from rapportpv.core.sujet import Sujet
from rapportpv.subjects.programmation.associations import sum_associations
from rapportpv.subjects.programmation.credits import sum_credits
from rapportpv.subjects.programmation.figures import sum_programmation
from rapportpv.subjects.programmation.par_egalite import sum_par_egalite
from rapportpv.subjects.programmation.par_financeur import sum_par_financeur
from rapportpv.subjects.programmation.par_lieu import sum_par_commune, sum_par_quartier
from rapportpv.subjects.programmation.par_nature import sum_par_nature
from rapportpv.subjects.programmation.par_pilier import sum_par_pilier
from rapportpv.subjects.programmation.par_reconduction import sum_par_reconduction
from rapportpv.subjects.programmation.par_thematique import sum_par_thematique
from rapportpv.subjects.programmation.pilier_financeur import cross_piliers_financeurs
from rapportpv.subjects.programmation.pluriannuel import sum_pluriannuel
from rapportpv.subjects.programmation.sheet import PROGRAMMATION

SUJET = Sujet(
    "programmation",
    plans=(PROGRAMMATION,),
    recoltes=(
        sum_programmation,
        sum_par_pilier,
        sum_par_financeur,
        cross_piliers_financeurs,
        sum_credits,
        sum_par_nature,
        sum_associations,
        sum_par_thematique,
        sum_par_commune,
        sum_par_quartier,
        sum_par_reconduction,
        sum_pluriannuel,
        sum_par_egalite,
    ),
    groupes=(
        "programmation",
        "piliers",
        "financeurs",
        "credits_specifiques",
        "credits_etat",
        "droit_commun",
        "associations",
        "reconduction",
        "pluriannuel",
        "egalite",
    ),
)
