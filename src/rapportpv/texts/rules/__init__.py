"""What can be wrong with a text."""

from rapportpv.texts.rules.pv406_chiffre_ecrit_a_la_main import PV406
from rapportpv.texts.rules.pv407_chiffre_inconnu_dans_un_texte import PV407
from rapportpv.texts.rules.pv501_partie_obligatoire_absente import PV501
from rapportpv.texts.rules.pv506_texte_a_ecrire import PV506
from rapportpv.texts.rules.pv507_texte_a_relire import PV507
from rapportpv.texts.rules.pv601_image_introuvable import PV601
from rapportpv.texts.rules.pv602_image_hors_du_projet import PV602
from rapportpv.texts.rules.pv603_image_illisible import PV603
from rapportpv.texts.rules.pv604_image_trop_grande import PV604
from rapportpv.texts.rules.pv605_image_sans_texte_alternatif import PV605
from rapportpv.texts.rules.pv606_html_dans_un_texte import PV606
from rapportpv.texts.rules.pv607_lien_refuse import PV607
from rapportpv.texts.rules.pv608_texte_illisible import PV608
from rapportpv.texts.rules.pv609_texte_avec_macros import PV609
from rapportpv.texts.rules.pv610_objet_non_repris import PV610
from rapportpv.texts.rules.pv611_en_tete_inconnu import PV611
from rapportpv.texts.rules.pv612_section_inconnue import PV612
from rapportpv.texts.rules.pv613_section_en_double import PV613
from rapportpv.texts.rules.pv614_instruction_dans_un_texte import PV614
from rapportpv.texts.rules.pv615_filtre_inconnu import PV615
from rapportpv.texts.rules.pv616_appel_illisible import PV616
from rapportpv.texts.rules.pv617_marque_non_comprise import PV617

RULES = (
    PV406,
    PV407,
    PV501,
    PV506,
    PV507,
    PV601,
    PV602,
    PV603,
    PV604,
    PV605,
    PV606,
    PV607,
    PV608,
    PV609,
    PV610,
    PV611,
    PV612,
    PV613,
    PV614,
    PV615,
    PV616,
    PV617,
)
