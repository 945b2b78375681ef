"""What can be wrong with the years before."""

from rapportpv.subjects.annees.rules.pv750_historique_sans_annee import PV750
from rapportpv.subjects.annees.rules.pv751_historique_chiffre_inconnu import PV751
from rapportpv.subjects.annees.rules.pv752_historique_contredit import PV752
from rapportpv.subjects.annees.rules.pv753_annee_passee_fautive import PV753
from rapportpv.subjects.annees.rules.pv754_historique_sans_contrat import PV754
from rapportpv.subjects.annees.rules.pv755_historique_en_double import PV755

RULES = (PV750, PV751, PV752, PV753, PV754, PV755)
