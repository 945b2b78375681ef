"""What can be wrong with the bodies consulted and their avis."""

from rapportpv.subjects.consultation.rules.pv504_consultation_trop_courte import PV504
from rapportpv.subjects.consultation.rules.pv505_definitif_sans_avis import PV505
from rapportpv.subjects.consultation.rules.pv821_type_instance_inconnu import PV821
from rapportpv.subjects.consultation.rules.pv822_sens_inconnu import PV822
from rapportpv.subjects.consultation.rules.pv823_avis_hors_delai import PV823
from rapportpv.subjects.consultation.rules.pv824_avis_avant_envoi import PV824
from rapportpv.subjects.consultation.rules.pv825_envoi_trop_tardif import PV825
from rapportpv.subjects.consultation.rules.pv826_instance_consultee_deux_fois import PV826
from rapportpv.subjects.consultation.rules.pv827_lieu_non_consulte import PV827
from rapportpv.subjects.consultation.rules.pv828_observation_sans_suite import PV828
from rapportpv.subjects.consultation.rules.pv829_avis_sans_date import PV829
from rapportpv.subjects.consultation.rules.pv830_avis_sans_sens import PV830
from rapportpv.subjects.consultation.rules.pv831_envoi_sans_date import PV831
from rapportpv.subjects.consultation.rules.pv832_definitif_avis_attendu import PV832
from rapportpv.subjects.consultation.rules.pv833_consultation_incomplete import PV833

RULES = (
    PV504,
    PV505,
    PV821,
    PV822,
    PV823,
    PV824,
    PV825,
    PV826,
    PV827,
    PV828,
    PV829,
    PV830,
    PV831,
    PV832,
    PV833,
)
