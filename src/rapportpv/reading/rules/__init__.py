"""What can be wrong with a file, a sheet, a heading, a cell or a printed total."""

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
from rapportpv.reading.rules.pv015_montants_masques import PV015
from rapportpv.reading.rules.pv016_fusion_sur_donnees import PV016
from rapportpv.reading.rules.pv017_copie_annotee import PV017
from rapportpv.reading.rules.pv018_feuille_masquee import PV018
from rapportpv.reading.rules.pv019_montants_a_departager import PV019
from rapportpv.reading.rules.pv020_montants_dans_une_autre_unite import PV020
from rapportpv.reading.rules.pv021_second_tableau import PV021
from rapportpv.reading.rules.pv022_seconde_feuille import PV022
from rapportpv.reading.rules.pv023_classeur_d_une_autre_annee import PV023
from rapportpv.reading.rules.pv024_fichier_au_nom_voisin import PV024
from rapportpv.reading.rules.pv025_format_qui_change_le_nombre import PV025
from rapportpv.reading.rules.pv029_classeur_a_remplir import PV029
from rapportpv.reading.rules.pv101_montant_illisible import PV101
from rapportpv.reading.rules.pv102_cellule_vide import PV102
from rapportpv.reading.rules.pv103_montant_ambigu import PV103
from rapportpv.reading.rules.pv104_nombre_illisible import PV104
from rapportpv.reading.rules.pv105_montant_negatif import PV105
from rapportpv.reading.rules.pv106_date_impossible import PV106
from rapportpv.reading.rules.pv107_caracteres_de_controle import PV107
from rapportpv.reading.rules.pv110_formule_non_calculee import PV110
from rapportpv.reading.rules.pv111_cellule_en_erreur import PV111
from rapportpv.reading.rules.pv112_nombre_en_texte import PV112
from rapportpv.reading.rules.pv116_ligne_de_montants_inexpliquee import PV116
from rapportpv.reading.rules.pv117_montant_demesure import PV117
from rapportpv.reading.rules.pv118_formule_perimee import PV118
from rapportpv.reading.rules.pv119_ligne_barree import PV119
from rapportpv.reading.rules.pv120_decision_contraire import PV120
from rapportpv.reading.rules.pv121_ligne_d_une_autre_annee import PV121
from rapportpv.reading.rules.pv199_valeur_refusee import PV199
from rapportpv.reading.rules.pv301_total_imprime_faux import PV301
from rapportpv.reading.rules.pv302_somme_trop_courte_ou_trop_longue import PV302
from rapportpv.reading.rules.pv303_total_compte_comme_ligne import PV303

RULES = (
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
    PV015,
    PV016,
    PV017,
    PV018,
    PV019,
    PV020,
    PV021,
    PV022,
    PV023,
    PV024,
    PV025,
    PV029,
    PV101,
    PV102,
    PV103,
    PV104,
    PV105,
    PV106,
    PV107,
    PV110,
    PV111,
    PV112,
    PV116,
    PV117,
    PV118,
    PV119,
    PV120,
    PV121,
    PV199,
    PV301,
    PV302,
    PV303,
)
