"""What the grants of the EPCI lack to be published."""

from rapportpv.subjects.subventions.rules.pv780_subventions_sans_reglages import PV780
from rapportpv.subjects.subventions.rules.pv781_beneficiaire_sans_identifiant import PV781

RULES = (PV780, PV781)
