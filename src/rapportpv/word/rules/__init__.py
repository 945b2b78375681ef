"""What can be wrong with a Word template."""

from rapportpv.word.rules.pv901_modele_nom_inconnu import PV901
from rapportpv.word.rules.pv902_modele_syntaxe import PV902
from rapportpv.word.rules.pv903_modele_tableau_inconnu import PV903
from rapportpv.word.rules.pv904_modele_graphique_inconnu import PV904
from rapportpv.word.rules.pv905_modele_balise_visible import PV905
from rapportpv.word.rules.pv906_modele_illisible import PV906
from rapportpv.word.rules.pv907_modele_texte_efface import PV907
from rapportpv.word.rules.pv908_modele_insertion_mal_placee import PV908
from rapportpv.word.rules.pv909_appel_impossible import PV909

RULES = (PV901, PV902, PV903, PV904, PV905, PV906, PV907, PV908, PV909)
