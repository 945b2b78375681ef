"""The sheets that a year may have, in the order in which they are read and told."""

from rapportpv.subjects.abattement_tfpb.sheet import ABATTEMENT_TFPB
from rapportpv.subjects.adultes_relais.sheet import ADULTES_RELAIS
from rapportpv.subjects.consultation.sheet import CONSULTATION
from rapportpv.subjects.dsu.sheet import DSU
from rapportpv.subjects.fcs.sheet import FCS
from rapportpv.subjects.fonds_de_concours.sheet import FONDS_DE_CONCOURS
from rapportpv.subjects.npnru.sheet import OPERATIONS_NPNRU
from rapportpv.subjects.programmation.sheet import PROGRAMMATION
from rapportpv.subjects.seance.sheet import SEANCE
from rapportpv.subjects.service.sheet import SERVICE
from rapportpv.subjects.territoire.sheet import COMMUNES, QUARTIERS

AUTRES = (
    *(FCS, FONDS_DE_CONCOURS, COMMUNES, QUARTIERS, OPERATIONS_NPNRU, SERVICE),
    *(DSU, ABATTEMENT_TFPB, ADULTES_RELAIS, SEANCE, CONSULTATION),
)
"""Those beside the programming: all are read in the same way."""

PLANS = (PROGRAMMATION, *AUTRES)
