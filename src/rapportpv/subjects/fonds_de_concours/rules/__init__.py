"""What can be wrong with the grants from the EPCI to communes."""

from rapportpv.subjects.fonds_de_concours.rules.pv206_dispositif_inconnu import PV206

RULES = (PV206,)
