"""What a year adds up to: pure functions, from validated frames to named figures and tables."""

from rapportpv.aggregate.associations import sum_associations
from rapportpv.aggregate.consultation import count_consultation, read_avis
from rapportpv.aggregate.credits import sum_credits
from rapportpv.aggregate.fcs import sum_fcs
from rapportpv.aggregate.fonds_de_concours import sum_fonds_de_concours
from rapportpv.aggregate.par_financeur import sum_par_financeur
from rapportpv.aggregate.par_pilier import sum_par_pilier
from rapportpv.aggregate.programmation import sum_programmation
from rapportpv.aggregate.seance import count_seance
from rapportpv.aggregate.territoire import count_territoire
from rapportpv.model.chiffre import Bilan
from rapportpv.model.dossier import Dossier

__all__ = ("SUJETS", "compute_bilan", "read_avis")

SUJETS = (
    sum_programmation,
    sum_par_pilier,
    sum_par_financeur,
    sum_credits,
    sum_associations,
    sum_fcs,
    sum_fonds_de_concours,
    count_territoire,
    count_seance,
    count_consultation,
)


def compute_bilan(dossier: Dossier) -> Bilan:
    """Every figure and table of the year; a subject without data has none."""
    recoltes = [sujet(dossier) for sujet in SUJETS]
    return Bilan(
        {nom: chiffre for r in recoltes for nom, chiffre in r.chiffres.items()},
        {nom: tableau for r in recoltes for nom, tableau in r.tableaux.items()},
    )
