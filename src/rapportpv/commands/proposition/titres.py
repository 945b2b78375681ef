"""The headings that people use for the columns of the programming, beside those always known."""

import re
from collections.abc import Mapping

from rapportpv.french.lexique import fold
from rapportpv.reading.titres import read_titre
from rapportpv.reading.usages import index_usages
from rapportpv.subjects.programmation.sheet import PROGRAMMATION

USUELS: Mapping[str, tuple[str, ...]] = {
    "numero": (
        *("N° action", "N° de l'action", "N° projet", "Numéro Dauphin", "N° Dauphin", "Dossier"),
        *("Identifiant", "Id", "N° d'ordre", "Code action", "Code dossier", "N° fiche", "Ordre"),
        *("Numéro de l'action", "Numéro du projet", "Référence dossier", "N° de demande"),
    ),
    "intitule": (
        *("Intitulé action", "Nom action", "Nom projet", "Titre projet", "Titre action"),
        *("Intitulé projet", "Dénomination", "Dénomination de l'action", "Nature de l'action"),
        *("Action proposée", "Action financée", "Description", "Libellé action", "Fiche action"),
        *("Dénomination du projet", "Objet de la demande", "Nom de la fiche action", "Objet"),
        *("Projet soutenu", "Projet présenté", "Intitulé de la demande", "Action / projet"),
    ),
    "operateur": (
        *("Porteur / structure", "Structure / porteur", "Nom structure", "Nom porteur"),
        *("Raison sociale", "Tiers", "Organisme porteur", "Association porteuse", "Partenaire"),
        *("Porteur d'action", "Porteur de l'opération", "Structure bénéficiaire", "Opérateur"),
        *("Structure demandeuse", "Organisme bénéficiaire", "Maîtrise d'ouvrage", "Porteur projet"),
        *("Nom de l'organisme", "Nom du demandeur", "Association ou collectivité"),
    ),
    "type_operateur": (
        *("Type", "Type d'organisme", "Type porteur", "Type structure", "Nature juridique"),
        *("Forme juridique", "Catégorie juridique", "Nature du porteur", "Statut du porteur"),
        *("Nature de la structure", "Type de l'opérateur", "Catégorie", "Catégorie de porteur"),
        *("Statut de la structure", "Type opérateur", "Famille de porteur", "Nature"),
    ),
    "siret": ("SIRET du porteur", "SIRET porteur", "N° de SIRET", "Code SIRET", "SIRET / SIREN"),
    "pilier": (
        *("Axe", "Axe du contrat", "Axe du contrat de ville", "Axe stratégique", "Axe prioritaire"),
        *("Orientation", "Orientation stratégique", "Orientation du contrat", "Priorité"),
        *("Enjeu du contrat", "Volet du contrat", "Pilier CV", "Axe CV", "Pilier / axe", "Axes"),
        *("Pilier concerné", "Piliers", "Ambition", "Défi", "Priorité du contrat"),
    ),
    "thematique": ("Sous-thème", "Sous-thématique", "Domaine d'intervention", "Champ", "Objectif"),
    "communes": (
        *("Commune d'intervention", "Communes concernées", "Localisation", "Lieu de l'action"),
        *("Territoire concerné", "Ville concernée", "Lieu d'intervention", "Commune de l'action"),
    ),
    "quartiers": (
        *("QPV concerné", "Quartier concerné", "Quartiers concernés", "Quartier(s) QPV"),
        *("Quartier d'intervention", "Quartiers prioritaires", "QPV ciblé", "Code QPV"),
    ),
    "statut": (
        *("Avis", "Avis du comité", "Avis comité", "Avis COPIL", "Décision COPIL", "État"),
        *("Décision finale", "Suite donnée", "Résultat", "Résultat de l'instruction", "Validation"),
        *("Statut du dossier", "Statut de la demande", "État du dossier", "Décision du COPIL"),
        *("Avis final", "Statut final", "Arbitrage", "Situation", "Décision comité de pilotage"),
        *("Statut de l'action", "Statut du projet", "Action retenue", "Suite", "Avis définitif"),
        *("Décision du comité de pilotage", "Statut dossier", "État de la demande", "Issue"),
    ),
    "reconduction": ("N/R", "Nouveau / reconduit", "Nouveauté", "Nouveau ou reconduit"),
    "cout_total": (
        *("Coût global", "Coût de l'opération", "Budget global", "Montant du projet"),
        *("Coût total action", "Coût total prévisionnel", "Budget total de l'action"),
        *("Montant total de l'action", "Montant de l'action", "Coût total projet"),
        *("Budget prévisionnel de l'action", "Total des dépenses", "Total charges"),
        *("Total du budget", "Coût action", "Coût projet", "Total dépenses", "Dépenses"),
        *("Coût total TTC", "Coût réel", "Budget action", "Coût prévisionnel de l'action"),
    ),
    "total": (
        *("Total financements", "Total des financements", "Total financeurs", "Total subventions"),
        *("Total des subventions", "Total général", "Montant total", "Total accordé"),
        *("Total des aides", "Total des crédits", "Total €", "Total cofinancements"),
        *("Total subventions accordées", "Total des financements accordés", "Ensemble"),
    ),
    "financeur": (
        *("Financeurs", "Organisme financeur", "Nom du financeur", "Financé par", "Payeur"),
        *("Origine des crédits", "Origine du financement", "Source de financement", "Crédits"),
        *("Enveloppe", "Ligne budgétaire", "Cofinanceur", "Type de crédits", "Guichet"),
        *("Source", "Programme", "Dispositif", "Fonds", "Autorité", "Origine", "Service"),
        *("Attribuant", "Nom attribuant", "Nom de l'attribuant", "Financement par"),
    ),
    "montant": (
        *("Montant accordé", "Montant attribué", "Subvention accordée", "Subvention attribuée"),
        *("Subvention", "Montant de la subvention", "Montant subvention", "Montant voté"),
        *("Montant alloué", "Montant notifié", "Somme accordée", "Crédits accordés"),
        *("Montant octroyé", "Montant de l'aide", "Aide accordée", "Montant retenu"),
    ),
}
"""More words for each field: weaker signs than those that the reader knows."""

_EXACT, _USAGE, _FAIBLE = 100, 90, 50
USUEL = 80
"""How sure a heading is that people use, and that the reader does not know by itself."""

_DEBUTS = {
    "numero": r"(?:n°|numero|num\b|ref\b|references?\b|identifiant)",
    "intitule": r"(?:intitule|titre|denomination|libelle|nom (?:de l'|du |d')?(?:action|projet))",
    "operateur": r"(?:noms? (?:du |de la |de l'|de |d'|des )?)?(?:porteurs?|operateurs?|"
    r"structures?|associations?|organismes?|tiers|beneficiaires?|demandeurs?)\b",
    "type_operateur": r"(?:type|nature|forme|categorie|statut) (?:de |d'|du |de la |de l')?"
    r"(?:structure|porteur|operateur|organisme|juridique)",
    "siret": r".*\bsiret\b",
    "pilier": r"(?:pilier|axe|volet|enjeu|orientation)s?\b",
    "thematique": r"(?:theme|thematique|sous[- ]theme)",
    "communes": r"(?:commune|ville|localisation|territoire|lieu)s?\b",
    "quartiers": r"(?:qpv|quartier)",
    "statut": r"(?:statut|decision|avis|arbitrage|resultat|suite|validation|etat d)",
    "cout_total": r"(?:cout|budget|montant (?:total )?(?:du |de l')(?:projet|action|operation))",
    "total": r"total\b",
    "financeur": r"(?:financeur|cofinanceur)",
}
_MOTIFS = {code: re.compile(motif) for code, motif in _DEBUTS.items()}
_LEXIQUE = PROGRAMMATION.lexique({})
_USAGES = index_usages("programmation", [champ.nom for champ in PROGRAMMATION.champs])
_PAR_TITRE = {code: {fold(mot) for mot in mots} for code, mots in USUELS.items()}


def rank_titre(libelle: str) -> dict[str, int]:
    """How surely a heading names each field, those that it may name only."""
    plie = fold(libelle).replace("\u2019", "'")
    sans_suite = re.sub(r"\s*\(.*?\)\s*|\s*[:*]+\s*$", " ", plie).strip() or plie
    rangs: dict[str, int] = {}
    for code, motif in _MOTIFS.items():
        if motif.match(plie):
            rangs[code] = _FAIBLE
    for forme in {plie, sans_suite}:
        for code, mots in _PAR_TITRE.items():
            if forme in mots:
                rangs[code] = max(rangs.get(code, 0), USUEL)
    for lexique, force in ((_USAGES, _USAGE), (_LEXIQUE, _EXACT)):
        for forme in (libelle, sans_suite):
            connu = lexique.find(forme)
            if connu is not None:
                rangs[connu] = max(rangs.get(connu, 0), force)
    return rangs


def names_nobody(libelle: str) -> bool:
    """Whether a heading says an amount and nothing of who pays it: «Montant accordé»."""
    return read_titre(libelle).noyau == ""
