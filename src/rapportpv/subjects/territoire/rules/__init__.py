"""What can be wrong with communes and quartiers."""

from rapportpv.subjects.territoire.rules.pv113_code_insee_invalide import PV113
from rapportpv.subjects.territoire.rules.pv114_code_quartier_invalide import PV114
from rapportpv.subjects.territoire.rules.pv207_type_quartier_inconnu import PV207
from rapportpv.subjects.territoire.rules.pv208_commune_inconnue import PV208
from rapportpv.subjects.territoire.rules.pv209_quartier_inconnu import PV209
from rapportpv.subjects.territoire.rules.pv211_commune_ecrite_de_deux_facons import PV211
from rapportpv.subjects.territoire.rules.pv404_quartier_hors_de_la_commune import PV404
from rapportpv.subjects.territoire.rules.pv405_nombre_annonce_faux import PV405

RULES = (PV113, PV114, PV207, PV208, PV209, PV211, PV404, PV405)
