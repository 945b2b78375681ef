"""What can be wrong: the catalogue, and the rules that look at a whole year."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from rapportpv.model.anomalie import Anomalie, Rule
from rapportpv.rules import (
    pv201_pilier_inconnu,
    pv202_financeur_inconnu,
    pv203_statut_inconnu,
    pv204_axe_inconnu,
    pv205_type_operateur_inconnu,
    pv206_dispositif_inconnu,
    pv207_type_quartier_inconnu,
    pv301_total_imprime_faux,
)
from rapportpv.rules.pv001_fichier_manquant import PV001
from rapportpv.rules.pv002_fichier_illisible import PV002
from rapportpv.rules.pv003_classeur_ouvert import PV003
from rapportpv.rules.pv004_feuille_introuvable import PV004
from rapportpv.rules.pv005_en_tetes_introuvables import PV005
from rapportpv.rules.pv006_colonne_manquante import PV006
from rapportpv.rules.pv007_colonne_en_double import PV007
from rapportpv.rules.pv008_colonne_inconnue import PV008
from rapportpv.rules.pv009_colonne_de_montants_inconnue import PV009
from rapportpv.rules.pv010_reglage_invalide import PV010
from rapportpv.rules.pv011_annee_sans_contrat import PV011
from rapportpv.rules.pv012_toml_illisible import PV012
from rapportpv.rules.pv013_acceptation_sans_objet import PV013
from rapportpv.rules.pv101_montant_illisible import PV101
from rapportpv.rules.pv102_cellule_vide import PV102
from rapportpv.rules.pv103_montant_ambigu import PV103
from rapportpv.rules.pv104_nombre_illisible import PV104
from rapportpv.rules.pv110_formule_non_calculee import PV110
from rapportpv.rules.pv111_cellule_en_erreur import PV111
from rapportpv.rules.pv199_valeur_refusee import PV199
from rapportpv.rules.pv901_modele_nom_inconnu import PV901
from rapportpv.rules.pv902_modele_syntaxe import PV902
from rapportpv.rules.pv903_modele_tableau_inconnu import PV903
from rapportpv.rules.pv904_modele_graphique_inconnu import PV904
from rapportpv.rules.pv905_modele_balise_visible import PV905
from rapportpv.rules.pv906_modele_illisible import PV906
from rapportpv.rules.pv907_modele_texte_efface import PV907

if TYPE_CHECKING:
    from rapportpv.model.dossier import Dossier

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
    PV101,
    PV102,
    PV103,
    PV104,
    PV110,
    PV111,
    PV199,
    pv201_pilier_inconnu.PV201,
    pv202_financeur_inconnu.PV202,
    pv203_statut_inconnu.PV203,
    pv204_axe_inconnu.PV204,
    pv205_type_operateur_inconnu.PV205,
    pv206_dispositif_inconnu.PV206,
    pv207_type_quartier_inconnu.PV207,
    pv301_total_imprime_faux.PV301,
    PV901,
    PV902,
    PV903,
    PV904,
    PV905,
    PV906,
    PV907,
)
"""Every rule, in the order of its code. A code is never reused."""

CHECKS: tuple[Check, ...] = (
    pv201_pilier_inconnu.check,
    pv202_financeur_inconnu.check,
    pv203_statut_inconnu.check,
    pv204_axe_inconnu.check,
    pv205_type_operateur_inconnu.check,
    pv206_dispositif_inconnu.check,
    pv207_type_quartier_inconnu.check,
    pv301_total_imprime_faux.check,
)
"""The rules that look at a year once it is read; the others are found while reading."""


def check_dossier(dossier: Dossier) -> Iterator[Anomalie]:
    """Everything that is wrong with a year that could be read."""
    for check in CHECKS:
        yield from check(dossier)
