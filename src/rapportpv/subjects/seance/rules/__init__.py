"""What can be wrong with the council’s session."""

from rapportpv.subjects.seance.rules.pv801_qualite_inconnue import PV801
from rapportpv.subjects.seance.rules.pv802_present_et_excuse import PV802
from rapportpv.subjects.seance.rules.pv803_elu_en_double import PV803
from rapportpv.subjects.seance.rules.pv804_procuration_sans_mandataire import PV804
from rapportpv.subjects.seance.rules.pv805_mandataire_inconnu import PV805
from rapportpv.subjects.seance.rules.pv806_mandataire_absent import PV806
from rapportpv.subjects.seance.rules.pv807_mandataire_parti import PV807
from rapportpv.subjects.seance.rules.pv808_trop_de_procurations import PV808
from rapportpv.subjects.seance.rules.pv809_present_et_represente import PV809
from rapportpv.subjects.seance.rules.pv810_presence_interrompue import PV810
from rapportpv.subjects.seance.rules.pv811_questions_a_l_envers import PV811
from rapportpv.subjects.seance.rules.pv812_quorum_non_atteint import PV812
from rapportpv.subjects.seance.rules.pv813_bureau_absent import PV813
from rapportpv.subjects.seance.rules.pv814_voix_mal_comptees import PV814
from rapportpv.subjects.seance.rules.pv815_vote_contredit import PV815
from rapportpv.subjects.seance.rules.pv816_convocation_tardive import PV816
from rapportpv.subjects.seance.rules.pv817_seance_incomplete import PV817
from rapportpv.subjects.seance.rules.pv818_dates_de_seance import PV818
from rapportpv.subjects.seance.rules.pv819_mandataire_sans_procuration import PV819

RULES = (
    PV801,
    PV802,
    PV803,
    PV804,
    PV805,
    PV806,
    PV807,
    PV808,
    PV809,
    PV810,
    PV811,
    PV812,
    PV813,
    PV814,
    PV815,
    PV816,
    PV817,
    PV818,
    PV819,
)
