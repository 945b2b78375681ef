"""What the sheets of places would not say, or could not."""

from rapportpv.subjects.fiches.rules.pv730_action_sans_fiche import PV730
from rapportpv.subjects.fiches.rules.pv731_population_absente import PV731
from rapportpv.subjects.fiches.rules.pv732_fiches_impossibles import PV732

RULES = (PV730, PV731, PV732)
