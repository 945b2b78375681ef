"""What can be wrong: the catalogue, and the rules that look at a whole year."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from rapportpv.core.anomalie import Anomalie, Rule
from rapportpv.reading.rules import (
    pv015_montants_masques,
    pv105_montant_negatif,
    pv112_nombre_en_texte,
    pv301_total_imprime_faux,
    pv302_somme_trop_courte_ou_trop_longue,
    pv303_total_compte_comme_ligne,
)
from rapportpv.reading.rules.pv001_fichier_manquant import PV001
from rapportpv.reading.rules.pv002_fichier_illisible import PV002
from rapportpv.reading.rules.pv003_classeur_ouvert import PV003
from rapportpv.reading.rules.pv004_feuille_introuvable import PV004
from rapportpv.reading.rules.pv005_en_tetes_introuvables import PV005
from rapportpv.reading.rules.pv006_colonne_manquante import PV006
from rapportpv.reading.rules.pv007_colonne_en_double import PV007
from rapportpv.reading.rules.pv008_colonne_inconnue import PV008
from rapportpv.reading.rules.pv009_colonne_de_montants_inconnue import PV009
from rapportpv.reading.rules.pv010_reglage_invalide import PV010
from rapportpv.reading.rules.pv011_annee_sans_contrat import PV011
from rapportpv.reading.rules.pv012_toml_illisible import PV012
from rapportpv.reading.rules.pv013_acceptation_sans_objet import PV013
from rapportpv.reading.rules.pv014_deux_feuilles_candidates import PV014
from rapportpv.reading.rules.pv016_fusion_sur_donnees import PV016
from rapportpv.reading.rules.pv017_copie_annotee import PV017
from rapportpv.reading.rules.pv018_feuille_masquee import PV018
from rapportpv.reading.rules.pv019_classeur_a_remplir import PV019
from rapportpv.reading.rules.pv101_montant_illisible import PV101
from rapportpv.reading.rules.pv102_cellule_vide import PV102
from rapportpv.reading.rules.pv103_montant_ambigu import PV103
from rapportpv.reading.rules.pv104_nombre_illisible import PV104
from rapportpv.reading.rules.pv106_date_impossible import PV106
from rapportpv.reading.rules.pv107_caracteres_de_controle import PV107
from rapportpv.reading.rules.pv110_formule_non_calculee import PV110
from rapportpv.reading.rules.pv111_cellule_en_erreur import PV111
from rapportpv.reading.rules.pv199_valeur_refusee import PV199
from rapportpv.subjects.carte.rules import (
    pv705_contour_repare,
    pv706_quartier_absent_de_la_carte,
    pv707_contour_inconnu,
    pv708_carte_sans_outil,
)
from rapportpv.subjects.carte.rules.pv701_carte_illisible import PV701
from rapportpv.subjects.carte.rules.pv702_objet_sans_contour import PV702
from rapportpv.subjects.carte.rules.pv703_coordonnees_inversees import PV703
from rapportpv.subjects.carte.rules.pv704_coordonnees_hors_de_france import PV704
from rapportpv.subjects.consultation.rules import (
    pv504_consultation_trop_courte,
    pv505_definitif_sans_avis,
    pv821_type_instance_inconnu,
    pv822_sens_inconnu,
    pv823_avis_hors_delai,
    pv824_avis_avant_envoi,
    pv825_envoi_trop_tardif,
    pv826_instance_consultee_deux_fois,
    pv827_lieu_non_consulte,
    pv828_observation_sans_suite,
    pv829_avis_sans_date,
    pv830_avis_sans_sens,
    pv831_envoi_sans_date,
    pv832_definitif_avis_attendu,
    pv833_consultation_incomplete,
)
from rapportpv.subjects.dsu.rules import (
    pv213_dsu_commune_non_declaree,
    pv214_dsu_commune_sans_action,
    pv502_dsu_sans_texte,
    pv503_dsu_sans_commune,
)
from rapportpv.subjects.fcs.rules import pv204_axe_inconnu, pv401_fcs_et_programmation_differents
from rapportpv.subjects.fonds_de_concours.rules import pv206_dispositif_inconnu
from rapportpv.subjects.programmation.rules import (
    pv108_siret_invalide,
    pv109_siren_invalide,
    pv115_rna_invalide,
    pv201_pilier_inconnu,
    pv202_financeur_inconnu,
    pv203_statut_inconnu,
    pv205_type_operateur_inconnu,
    pv210_operateur_ecrit_de_deux_facons,
    pv212_reconduction_inconnue,
    pv304_financements_superieurs_au_cout,
    pv305_action_soutenue_sans_montant,
    pv306_action_non_soutenue_avec_montant,
    pv402_doublon,
    pv403_projet_dans_deux_piliers,
)
from rapportpv.subjects.seance.rules import (
    pv801_qualite_inconnue,
    pv802_present_et_excuse,
    pv803_elu_en_double,
    pv804_procuration_sans_mandataire,
    pv805_mandataire_inconnu,
    pv806_mandataire_absent,
    pv807_mandataire_parti,
    pv808_trop_de_procurations,
    pv809_present_et_represente,
    pv810_presence_interrompue,
    pv811_questions_a_l_envers,
    pv812_quorum_non_atteint,
    pv813_bureau_absent,
    pv814_voix_mal_comptees,
    pv815_vote_contredit,
    pv816_convocation_tardive,
    pv818_dates_de_seance,
    pv819_mandataire_sans_procuration,
)
from rapportpv.subjects.seance.rules.pv817_seance_incomplete import PV817
from rapportpv.subjects.service.rules import (
    pv710_rattachement_inconnu,
    pv711_rattachements_en_boucle,
    pv712_nom_en_double,
    pv713_rattache_a_soi_meme,
    pv714_rattachement_ambigu,
    pv715_organigramme_trop_grand,
)
from rapportpv.subjects.territoire.rules import (
    pv113_code_insee_invalide,
    pv114_code_quartier_invalide,
    pv207_type_quartier_inconnu,
    pv208_commune_inconnue,
    pv209_quartier_inconnu,
    pv211_commune_ecrite_de_deux_facons,
    pv404_quartier_hors_de_la_commune,
)
from rapportpv.texts.rules import (
    pv405_nombre_annonce_faux,
    pv406_chiffre_ecrit_a_la_main,
    pv407_chiffre_inconnu_dans_un_texte,
    pv501_partie_obligatoire_absente,
    pv506_texte_a_ecrire,
    pv507_texte_a_relire,
    pv613_section_en_double,
    pv614_instruction_dans_un_texte,
    pv615_filtre_inconnu,
    pv616_appel_illisible,
)
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
from rapportpv.texts.rules.pv617_marque_non_comprise import PV617
from rapportpv.word.rules.pv901_modele_nom_inconnu import PV901
from rapportpv.word.rules.pv902_modele_syntaxe import PV902
from rapportpv.word.rules.pv903_modele_tableau_inconnu import PV903
from rapportpv.word.rules.pv904_modele_graphique_inconnu import PV904
from rapportpv.word.rules.pv905_modele_balise_visible import PV905
from rapportpv.word.rules.pv906_modele_illisible import PV906
from rapportpv.word.rules.pv907_modele_texte_efface import PV907
from rapportpv.word.rules.pv908_modele_insertion_mal_placee import PV908
from rapportpv.word.rules.pv909_appel_impossible import PV909

if TYPE_CHECKING:
    from rapportpv.core.chiffre import Bilan
    from rapportpv.core.dossier import Dossier

Check: TypeAlias = "Callable[[Dossier], Iterator[Anomalie]]"

CATALOGUE: tuple[Rule, ...] = (
    PV001,
    PV002,
    PV003,
    PV004,
    PV005,
    PV006,
    PV007,
    PV008,
    PV009,
    PV010,
    PV011,
    PV012,
    PV013,
    PV014,
    pv015_montants_masques.PV015,
    PV016,
    PV017,
    PV018,
    PV019,
    PV101,
    PV102,
    PV103,
    PV104,
    pv105_montant_negatif.PV105,
    PV106,
    PV107,
    pv108_siret_invalide.PV108,
    pv109_siren_invalide.PV109,
    PV110,
    PV111,
    pv112_nombre_en_texte.PV112,
    pv113_code_insee_invalide.PV113,
    pv114_code_quartier_invalide.PV114,
    pv115_rna_invalide.PV115,
    PV199,
    pv201_pilier_inconnu.PV201,
    pv202_financeur_inconnu.PV202,
    pv203_statut_inconnu.PV203,
    pv204_axe_inconnu.PV204,
    pv205_type_operateur_inconnu.PV205,
    pv206_dispositif_inconnu.PV206,
    pv207_type_quartier_inconnu.PV207,
    pv208_commune_inconnue.PV208,
    pv209_quartier_inconnu.PV209,
    pv210_operateur_ecrit_de_deux_facons.PV210,
    pv211_commune_ecrite_de_deux_facons.PV211,
    pv212_reconduction_inconnue.PV212,
    pv213_dsu_commune_non_declaree.PV213,
    pv214_dsu_commune_sans_action.PV214,
    pv301_total_imprime_faux.PV301,
    pv302_somme_trop_courte_ou_trop_longue.PV302,
    pv303_total_compte_comme_ligne.PV303,
    pv304_financements_superieurs_au_cout.PV304,
    pv305_action_soutenue_sans_montant.PV305,
    pv306_action_non_soutenue_avec_montant.PV306,
    pv401_fcs_et_programmation_differents.PV401,
    pv402_doublon.PV402,
    pv403_projet_dans_deux_piliers.PV403,
    pv404_quartier_hors_de_la_commune.PV404,
    pv405_nombre_annonce_faux.PV405,
    pv406_chiffre_ecrit_a_la_main.PV406,
    pv407_chiffre_inconnu_dans_un_texte.PV407,
    pv501_partie_obligatoire_absente.PV501,
    pv502_dsu_sans_texte.PV502,
    pv503_dsu_sans_commune.PV503,
    pv504_consultation_trop_courte.PV504,
    pv505_definitif_sans_avis.PV505,
    pv506_texte_a_ecrire.PV506,
    pv507_texte_a_relire.PV507,
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
    pv613_section_en_double.PV613,
    pv614_instruction_dans_un_texte.PV614,
    pv615_filtre_inconnu.PV615,
    pv616_appel_illisible.PV616,
    PV617,
    PV701,
    PV702,
    PV703,
    PV704,
    pv705_contour_repare.PV705,
    pv706_quartier_absent_de_la_carte.PV706,
    pv707_contour_inconnu.PV707,
    pv708_carte_sans_outil.PV708,
    pv710_rattachement_inconnu.PV710,
    pv711_rattachements_en_boucle.PV711,
    pv712_nom_en_double.PV712,
    pv713_rattache_a_soi_meme.PV713,
    pv714_rattachement_ambigu.PV714,
    pv715_organigramme_trop_grand.PV715,
    pv801_qualite_inconnue.PV801,
    pv802_present_et_excuse.PV802,
    pv803_elu_en_double.PV803,
    pv804_procuration_sans_mandataire.PV804,
    pv805_mandataire_inconnu.PV805,
    pv806_mandataire_absent.PV806,
    pv807_mandataire_parti.PV807,
    pv808_trop_de_procurations.PV808,
    pv809_present_et_represente.PV809,
    pv810_presence_interrompue.PV810,
    pv811_questions_a_l_envers.PV811,
    pv812_quorum_non_atteint.PV812,
    pv813_bureau_absent.PV813,
    pv814_voix_mal_comptees.PV814,
    pv815_vote_contredit.PV815,
    pv816_convocation_tardive.PV816,
    PV817,
    pv818_dates_de_seance.PV818,
    pv819_mandataire_sans_procuration.PV819,
    pv821_type_instance_inconnu.PV821,
    pv822_sens_inconnu.PV822,
    pv823_avis_hors_delai.PV823,
    pv824_avis_avant_envoi.PV824,
    pv825_envoi_trop_tardif.PV825,
    pv826_instance_consultee_deux_fois.PV826,
    pv827_lieu_non_consulte.PV827,
    pv828_observation_sans_suite.PV828,
    pv829_avis_sans_date.PV829,
    pv830_avis_sans_sens.PV830,
    pv831_envoi_sans_date.PV831,
    pv832_definitif_avis_attendu.PV832,
    pv833_consultation_incomplete.PV833,
    PV901,
    PV902,
    PV903,
    PV904,
    PV905,
    PV906,
    PV907,
    PV908,
    PV909,
)
"""Every rule, in the order of its code. A code is never reused."""

CHECKS: tuple[Check, ...] = (
    pv015_montants_masques.check,
    pv105_montant_negatif.check,
    pv108_siret_invalide.check,
    pv109_siren_invalide.check,
    pv112_nombre_en_texte.check,
    pv113_code_insee_invalide.check,
    pv114_code_quartier_invalide.check,
    pv115_rna_invalide.check,
    pv201_pilier_inconnu.check,
    pv202_financeur_inconnu.check,
    pv203_statut_inconnu.check,
    pv204_axe_inconnu.check,
    pv205_type_operateur_inconnu.check,
    pv206_dispositif_inconnu.check,
    pv207_type_quartier_inconnu.check,
    pv208_commune_inconnue.check,
    pv209_quartier_inconnu.check,
    pv210_operateur_ecrit_de_deux_facons.check,
    pv211_commune_ecrite_de_deux_facons.check,
    pv212_reconduction_inconnue.check,
    pv213_dsu_commune_non_declaree.check,
    pv214_dsu_commune_sans_action.check,
    pv301_total_imprime_faux.check,
    pv302_somme_trop_courte_ou_trop_longue.check,
    pv303_total_compte_comme_ligne.check,
    pv304_financements_superieurs_au_cout.check,
    pv305_action_soutenue_sans_montant.check,
    pv306_action_non_soutenue_avec_montant.check,
    pv401_fcs_et_programmation_differents.check,
    pv402_doublon.check,
    pv403_projet_dans_deux_piliers.check,
    pv404_quartier_hors_de_la_commune.check,
    pv405_nombre_annonce_faux.check,
    pv501_partie_obligatoire_absente.check,
    pv506_texte_a_ecrire.check,
    pv507_texte_a_relire.check,
    pv502_dsu_sans_texte.check,
    pv503_dsu_sans_commune.check,
    pv504_consultation_trop_courte.check,
    pv505_definitif_sans_avis.check,
    pv613_section_en_double.check,
    pv614_instruction_dans_un_texte.check,
    pv615_filtre_inconnu.check,
    pv616_appel_illisible.check,
    pv705_contour_repare.check,
    pv706_quartier_absent_de_la_carte.check,
    pv707_contour_inconnu.check,
    pv708_carte_sans_outil.check,
    pv710_rattachement_inconnu.check,
    pv711_rattachements_en_boucle.check,
    pv712_nom_en_double.check,
    pv713_rattache_a_soi_meme.check,
    pv714_rattachement_ambigu.check,
    pv715_organigramme_trop_grand.check,
    pv801_qualite_inconnue.check,
    pv802_present_et_excuse.check,
    pv803_elu_en_double.check,
    pv804_procuration_sans_mandataire.check,
    pv805_mandataire_inconnu.check,
    pv806_mandataire_absent.check,
    pv807_mandataire_parti.check,
    pv808_trop_de_procurations.check,
    pv809_present_et_represente.check,
    pv810_presence_interrompue.check,
    pv811_questions_a_l_envers.check,
    pv812_quorum_non_atteint.check,
    pv813_bureau_absent.check,
    pv814_voix_mal_comptees.check,
    pv815_vote_contredit.check,
    pv816_convocation_tardive.check,
    pv818_dates_de_seance.check,
    pv819_mandataire_sans_procuration.check,
    pv821_type_instance_inconnu.check,
    pv822_sens_inconnu.check,
    pv823_avis_hors_delai.check,
    pv824_avis_avant_envoi.check,
    pv825_envoi_trop_tardif.check,
    pv826_instance_consultee_deux_fois.check,
    pv827_lieu_non_consulte.check,
    pv828_observation_sans_suite.check,
    pv829_avis_sans_date.check,
    pv830_avis_sans_sens.check,
    pv831_envoi_sans_date.check,
    pv832_definitif_avis_attendu.check,
    pv833_consultation_incomplete.check,
)
"""The rules that look at a year once it is read; the others are found while reading."""


def check_dossier(dossier: Dossier) -> Iterator[Anomalie]:
    """Everything that is wrong with a year that could be read."""
    for check in CHECKS:
        yield from check(dossier)


def check_textes(dossier: Dossier, bilan: Bilan) -> Iterator[Anomalie]:
    """Everything that is wrong with the figures of the texts, typed or called by name."""
    yield from pv406_chiffre_ecrit_a_la_main.check(dossier, bilan)
    yield from pv407_chiffre_inconnu_dans_un_texte.check(dossier, bilan)
