"""What can be wrong with the Fonds de Cohésion Sociale."""

from rapportpv.subjects.fcs.rules.pv204_axe_inconnu import PV204
from rapportpv.subjects.fcs.rules.pv401_fcs_et_programmation_differents import PV401

RULES = (PV204, PV401)
