"""What can be wrong with the service that runs the policy."""

from rapportpv.subjects.service.rules.pv710_rattachement_inconnu import PV710
from rapportpv.subjects.service.rules.pv711_rattachements_en_boucle import PV711
from rapportpv.subjects.service.rules.pv712_nom_en_double import PV712
from rapportpv.subjects.service.rules.pv713_rattache_a_soi_meme import PV713
from rapportpv.subjects.service.rules.pv714_rattachement_ambigu import PV714
from rapportpv.subjects.service.rules.pv715_organigramme_trop_grand import PV715

RULES = (PV710, PV711, PV712, PV713, PV714, PV715)
