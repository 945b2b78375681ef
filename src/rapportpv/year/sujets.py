"""The subjects, in the order in which their figures are told; the sheets that they have."""

from rapportpv.subjects.abattement_tfpb.figures import SUJET as ABATTEMENT_TFPB
from rapportpv.subjects.actions.sujet import SUJET as ACTIONS
from rapportpv.subjects.adultes_relais.figures import SUJET as ADULTES_RELAIS
from rapportpv.subjects.annees.sujet import SUJET as ANNEES
from rapportpv.subjects.consultation.figures import SUJET as CONSULTATION
from rapportpv.subjects.dispositifs.figures import SUJET as DISPOSITIFS
from rapportpv.subjects.dsu.figures import SUJET as DSU
from rapportpv.subjects.fcs.figures import SUJET as FCS
from rapportpv.subjects.fiches.sujet import SUJET as FICHES
from rapportpv.subjects.fonds_de_concours.figures import SUJET as FONDS_DE_CONCOURS
from rapportpv.subjects.insee.sujet import SUJET as INSEE
from rapportpv.subjects.npnru.figures import SUJET as NPNRU
from rapportpv.subjects.programmation.sujet import SUJET as PROGRAMMATION
from rapportpv.subjects.seance.figures import SUJET as SEANCE
from rapportpv.subjects.service.sheet import SUJET as SERVICE
from rapportpv.subjects.subventions.figures import SUJET as SUBVENTIONS
from rapportpv.subjects.territoire.sujet import SUJET as TERRITOIRE

SUJETS = (
    PROGRAMMATION,
    FCS,
    FONDS_DE_CONCOURS,
    NPNRU,
    SERVICE,
    DSU,
    ABATTEMENT_TFPB,
    ADULTES_RELAIS,
    DISPOSITIFS,
    SUBVENTIONS,
    TERRITOIRE,
    INSEE,
    FICHES,
    SEANCE,
    CONSULTATION,
    ANNEES,
    ACTIONS,
)

PLANS = tuple(plan for sujet in SUJETS for plan in sujet.plans)
AUTRES = tuple(plan for plan in PLANS if plan not in PROGRAMMATION.plans)
"""The sheets beside the programming: all are read in the same way."""
