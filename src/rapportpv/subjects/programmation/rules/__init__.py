"""What can be wrong with the year’s programming of projects."""

from rapportpv.subjects.programmation.rules.pv108_siret_invalide import PV108
from rapportpv.subjects.programmation.rules.pv109_siren_invalide import PV109
from rapportpv.subjects.programmation.rules.pv115_rna_invalide import PV115
from rapportpv.subjects.programmation.rules.pv201_pilier_inconnu import PV201
from rapportpv.subjects.programmation.rules.pv202_financeur_inconnu import PV202
from rapportpv.subjects.programmation.rules.pv203_statut_inconnu import PV203
from rapportpv.subjects.programmation.rules.pv205_type_operateur_inconnu import PV205
from rapportpv.subjects.programmation.rules.pv210_operateur_ecrit_de_deux_facons import PV210
from rapportpv.subjects.programmation.rules.pv212_reconduction_inconnue import PV212
from rapportpv.subjects.programmation.rules.pv215_siret_partage import PV215
from rapportpv.subjects.programmation.rules.pv304_financements_superieurs_au_cout import PV304
from rapportpv.subjects.programmation.rules.pv305_action_soutenue_sans_montant import PV305
from rapportpv.subjects.programmation.rules.pv306_action_non_soutenue_avec_montant import PV306
from rapportpv.subjects.programmation.rules.pv402_doublon import PV402
from rapportpv.subjects.programmation.rules.pv403_projet_dans_deux_piliers import PV403
from rapportpv.subjects.programmation.rules.pv408_projet_compte_deux_fois import PV408
from rapportpv.subjects.programmation.rules.pv409_dossier_en_deux_etats import PV409
from rapportpv.subjects.programmation.rules.pv767_pluriannuel_inconnu import PV767
from rapportpv.subjects.programmation.rules.pv768_cotation_inconnue import PV768

RULES = (
    PV108,
    PV109,
    PV115,
    PV201,
    PV202,
    PV203,
    PV205,
    PV210,
    PV212,
    PV215,
    PV304,
    PV305,
    PV306,
    PV402,
    PV403,
    PV408,
    PV409,
    PV767,
    PV768,
)
