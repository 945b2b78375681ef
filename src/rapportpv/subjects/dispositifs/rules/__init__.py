"""What can be wrong with the dispositifs and the droit commun of the signatories."""

from rapportpv.subjects.dispositifs.rules.pv765_realise_superieur_au_prevu import PV765
from rapportpv.subjects.dispositifs.rules.pv766_realise_absent_du_definitif import PV766

RULES = (PV765, PV766)
