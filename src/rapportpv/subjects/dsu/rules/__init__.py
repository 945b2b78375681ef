"""What can be wrong with the DSU, the abattement de TFPB and adultes-relais."""

from rapportpv.subjects.dsu.rules.pv213_dsu_commune_non_declaree import PV213
from rapportpv.subjects.dsu.rules.pv214_dsu_commune_sans_action import PV214
from rapportpv.subjects.dsu.rules.pv502_dsu_sans_texte import PV502
from rapportpv.subjects.dsu.rules.pv503_dsu_sans_commune import PV503

RULES = (PV213, PV214, PV502, PV503)
