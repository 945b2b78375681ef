"""The words that everyone uses for the columns of the contract, beside its own."""

from collections.abc import Mapping, Sequence

from rapportpv.french.lexique import Entree, Lexique

_NUMERO = ("N°", "Numéro", "Num", "N° de dossier", "Numéro de dossier", "Réf", "Référence", "Code")
_INTITULE = (
    *("Intitulé", "Intitulé de l'action", "Intitulé du projet", "Intitulé de l'opération"),
    *("Nom de l'action", "Nom du projet", "Titre", "Titre de l'action", "Titre du projet"),
    *("Action", "Actions", "Projet", "Projets", "Libellé", "Libellé de l'action", "Objet"),
    *("Libellé du projet", "Objet de la subvention", "Désignation", "Opération"),
)
_OPERATEUR = (
    *("Opérateur", "Porteur", "Porteur de projet", "Porteur du projet", "Porteur de l'action"),
    *("Structure", "Structure porteuse", "Nom de la structure", "Association", "Organisme"),
    *("Bénéficiaire", "Nom du bénéficiaire", "Demandeur", "Maître d'ouvrage", "Opérateurs"),
    *("Nom du porteur", "Nom de l'opérateur", "Nom de l'association", "Porteurs"),
)
_COMMUNES = ("Commune", "Communes", "Ville", "Territoire", "Lieu", "Commune concernée")
_ACTION = ("Actions", "Intitulé de l'action", "Intitulé", "Opération", "Projet", "Objet")
_REALISE = ("Montant réalisé", "Réalisation", "Dépensé", "Montant dépensé", "Consommé", "Exécuté")
_QUARTIERS = ("QPV", "Quartier", "Quartiers", "Quartier prioritaire", "QPV concernés", "Site")

USAGES: Mapping[str, Mapping[str, Sequence[str]]] = {
    "programmation": {
        "numero": _NUMERO,
        "intitule": _INTITULE,
        "operateur": _OPERATEUR,
        "type_operateur": ("Type de structure", "Type de porteur", "Statut juridique"),
        "siret": ("N° SIRET", "Numéro SIRET", "SIREN"),
        "pilier": ("Pilier du contrat", "Pilier du contrat de ville", "Volet", "Enjeu"),
        "thematique": ("Thème", "Thématiques", "Domaine"),
        "communes": _COMMUNES,
        "quartiers": _QUARTIERS,
        "statut": ("Décision", "Décision du comité", "Soutenu", "Soutenue", "Retenu", "Retenue"),
        "reconduction": ("Nouvelle action", "Reconduction", "Action nouvelle ou reconduite"),
        "cout_total": (
            *("Coût", "Coût du projet", "Coût de l'action", "Coût total du projet"),
            *("Coût total de l'action", "Budget", "Budget total", "Budget de l'action"),
            *("Budget du projet", "Budget prévisionnel", "Coût prévisionnel"),
        ),
        "pluriannuel": (
            *("CPO", "Pluriannuel", "Pluriannuelle", "Pluriannualité", "Convention pluriannuelle"),
            *("Annuel ou pluriannuel", "Annuelle / pluriannuelle", "Annuel / pluriannuel"),
            *("Convention annuelle ou pluriannuelle", "Type de convention"),
        ),
        "egalite": (
            *("Égalité femmes-hommes", "Égalité F/H", "Égalité entre les femmes et les hommes"),
            *("Cotation égalité", "Cotation égalité femmes-hommes", "Cotation de l'égalité"),
            *("Marqueur égalité", "Budget intégrant l'égalité"),
        ),
    },
    "fcs": {
        "numero": _NUMERO,
        "intitule": _INTITULE,
        "operateur": _OPERATEUR,
        "commune": _COMMUNES,
    },
    "fonds_de_concours": {
        "commune": ("Communes", "Ville", "Bénéficiaire", "Commune bénéficiaire"),
        "operation": ("Intitulé de l'opération", "Objet", "Projet", "Opérations", "Travaux"),
    },
    "communes": {
        "commune": ("Communes", "Ville", "Nom de la commune"),
        "code_insee": ("INSEE", "Code commune"),
    },
    "quartiers": {
        "code": ("Code QPV", "Code du quartier", "Code quartier"),
        "nom": ("Quartier", "Nom du quartier", "Quartiers", "Nom du QPV", "QPV"),
        "communes": ("Commune", "Ville", "Commune concernée", "Communes concernées"),
        "population": ("Habitants", "Nombre d'habitants", "Population municipale"),
    },
    "npnru": {
        "quartier": _QUARTIERS,
        "operation": ("Intitulé de l'opération", "Opérations", "Projet"),
        "maitre_d_ouvrage": ("MOA", "Maîtrise d'ouvrage", "Maître d'ouvrage de l'opération"),
        "etat": ("Avancement", "État d'avancement"),
    },
    "dsu": {"action": _ACTION, "commune": _COMMUNES},
    "abattement_tfpb": {
        "bailleur": ("Bailleurs", "Bailleur social", "Organisme", "Organisme HLM", "Propriétaire"),
        "quartier": _QUARTIERS,
        "action": _ACTION,
        "montant": ("Montant prévu", "Montant prévisionnel", "Prévu", "Prévisionnel"),
        "realise": _REALISE,
    },
    "adultes_relais": {
        "operateur": _OPERATEUR,
        "commune": _COMMUNES,
        "quartier": _QUARTIERS,
        "postes": ("Nombre de postes", "Nb de postes", "Nombre d'adultes-relais"),
    },
    "dispositifs": {
        "dispositif_nom": ("Dispositifs", "Nom du dispositif", "Intitulé du dispositif"),
        "operateur": _OPERATEUR,
        "communes": _COMMUNES,
        "quartiers": _QUARTIERS,
        "prevu": ("Montant prévu", "Montant prévisionnel", "Prévisionnel", "Budget prévisionnel"),
        "realise": _REALISE,
        "unite": ("Unité des places",),
        "places_prevues": ("Nombre de places", "Places", "Capacité", "Effectif prévu"),
        "places_occupees": ("Places réalisées", "Places pourvues", "Effectif réel"),
    },
    "droit_commun": {
        "signataire": ("Signataires", "Signataire du contrat", "Partenaire", "Institution"),
        "engagement": ("Engagements", "Intitulé", "Action", "Actions", "Objet", "Mesure"),
        "decide": ("Montant décidé", "Montant prévu", "Prévu", "Montant engagé", "Engagé"),
        "realise": _REALISE,
    },
}


def index_usages(plan: str, codes: Sequence[str]) -> Lexique:
    """The usual headings of those columns of a sheet."""
    mots = USAGES.get(plan, {})
    return Lexique(tuple(Entree(code, "", tuple(mots[code])) for code in codes if code in mots))
