"""What a year adds up to: pure functions, from validated frames to named figures and tables."""

from rapportpv.core.chiffre import Bilan
from rapportpv.core.dossier import Dossier
from rapportpv.subjects.abattement_tfpb.figures import sum_abattement
from rapportpv.subjects.adultes_relais.figures import count_adultes_relais
from rapportpv.subjects.consultation.figures import count_consultation, read_avis
from rapportpv.subjects.dsu.figures import sum_dsu
from rapportpv.subjects.fcs.figures import sum_fcs
from rapportpv.subjects.fonds_de_concours.figures import sum_fonds_de_concours
from rapportpv.subjects.npnru.figures import sum_npnru
from rapportpv.subjects.programmation.associations import sum_associations
from rapportpv.subjects.programmation.credits import sum_credits
from rapportpv.subjects.programmation.figures import sum_programmation
from rapportpv.subjects.programmation.par_financeur import sum_par_financeur
from rapportpv.subjects.programmation.par_lieu import sum_par_commune, sum_par_quartier
from rapportpv.subjects.programmation.par_nature import sum_par_nature
from rapportpv.subjects.programmation.par_pilier import sum_par_pilier
from rapportpv.subjects.programmation.par_reconduction import sum_par_reconduction
from rapportpv.subjects.programmation.par_thematique import sum_par_thematique
from rapportpv.subjects.programmation.pilier_financeur import cross_piliers_financeurs
from rapportpv.subjects.seance.figures import count_seance
from rapportpv.subjects.territoire.figures import count_territoire
from rapportpv.subjects.territoire.quartiers_par_referent import list_quartiers_par_referent
from rapportpv.subjects.territoire.quartiers_par_type import count_quartiers_par_type
from rapportpv.subjects.territoire.referents import list_referents
from rapportpv.year.sources import add_sources

__all__ = ("SUJETS", "add_sources", "compute_bilan", "read_avis")

SUJETS = (
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
    sum_fcs,
    sum_fonds_de_concours,
    sum_npnru,
    sum_dsu,
    sum_abattement,
    count_adultes_relais,
    count_territoire,
    count_quartiers_par_type,
    list_referents,
    list_quartiers_par_referent,
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
