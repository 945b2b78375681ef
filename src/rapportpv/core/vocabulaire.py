"""The closed lists of the contract: statuts, types, dispositifs, reconductions."""

from rapportpv.french.lexique import Entree, Lexique

SOUTENUE = "soutenue"
ASSOCIATION = "association"
POLITIQUE_DE_LA_VILLE = "politique_de_la_ville"
NPNRU = "npnru"
QPV = "qpv"
COMMUNAUTAIRE = "communautaire"
NOUVELLE = "nouvelle"
RECONDUITE = "reconduite"
ETAT = "Etat"

# The aliases of the statuts are Dauphin's, the State's portal (domaine.md §2).
STATUTS = Lexique(
    (
        Entree(
            SOUTENUE,
            "soutenue",
            (
                *("soutenu", "accordée", "accordé", "À justifier", "Justifiée", "A été versé"),
                *("Justification à modifier", "Justification en cours", "favorable", "oui"),
                *("avis favorable", "retenue", "retenu", "validée", "validé", "acceptée"),
                *("accepté", "attribuée", "attribué", "financée", "financé", "votée", "voté"),
                *("approuvée", "approuvé", "subventionnée", "subventionné", "notifiée"),
                *("notifié", "ok", "accord", "actée", "acté", "sélectionnée", "sélectionné"),
            ),
        ),
        Entree(
            "refusee",
            "refusée",
            (
                *("refusé", "Rejetée", "rejeté", "Clôturée", "Non recevable", "inéligible"),
                *("défavorable", "avis défavorable", "non retenue", "non retenu", "non", "refus"),
                *("rejet", "non soutenue", "non soutenu", "non financée", "non financé", "ko"),
                *("non accordée", "non accordé", "non validée", "non validé", "irrecevable"),
                *("non éligible", "écartée", "écarté", "non sélectionnée", "non sélectionné"),
            ),
        ),
        Entree(
            "ajournee",
            "ajournée",
            (
                *("ajourné", "reportée", "reporté", "ajournement", "différée", "différé"),
                *("report", "sursis", "sursis à statuer", "à revoir"),
            ),
        ),
        Entree(
            "retiree",
            "retirée",
            (
                *("retiré", "abandonnée", "abandonné", "abandon", "annulée", "annulé"),
                *("annulation", "désistement", "retrait", "sans suite"),
            ),
        ),
        Entree(
            "en_instruction",
            "en instruction",
            (
                *("Prise en charge", "Recevable", "Transmise", "En attente d'attestation"),
                *("En attente d'instruction", "En cours de saisie", "En cours", "en attente"),
                *("instruction", "à l'étude", "à instruire", "en cours d'instruction", "déposée"),
                *("déposé", "en attente de décision", "à l'instruction", "à étudier"),
            ),
        ),
    )
)

TYPES_OPERATEUR = Lexique(
    (
        Entree(ASSOCIATION, "association", ("associations", "asso", "associatif")),
        Entree("commune", "commune", ("communes", "ville", "mairie")),
        Entree("epci", "EPCI", ("agglomération", "intercommunalité")),
        Entree("etablissement_public", "établissement public", ("EP", "établissements publics")),
        Entree("bailleur", "bailleur", ("bailleur social", "bailleurs")),
        Entree("entreprise", "entreprise", ("société", "entreprises")),
        Entree("autre", "autre", ("autres",)),
    )
)

DISPOSITIFS = Lexique(
    (
        Entree(POLITIQUE_DE_LA_VILLE, "Politique de la Ville", ("PV", "PDV")),
        Entree(
            NPNRU,
            "NPNRU",
            (
                "Nouveau Programme National de Renouvellement Urbain",
                "Nouveau Programme Renouvellement Urbain",
                "ANRU",
            ),
        ),
    )
)

TYPES_QUARTIER = Lexique(
    (
        Entree(QPV, "QPV", ("État", "quartier prioritaire", "quartier prioritaire de l'État")),
        Entree(COMMUNAUTAIRE, "communautaire", ("quartier communautaire",)),
    )
)

RECONDUCTIONS = Lexique(
    (
        Entree(
            NOUVELLE,
            "nouvelle",
            (
                *("N", "nouveau", "nouvelle action", "action nouvelle", "nouveau projet"),
                *("première année", "première demande", "création", "1re année", "1ère année"),
            ),
        ),
        Entree(
            RECONDUITE,
            "reconduite",
            (
                *("R", "reconduit", "reconduction", "action reconduite", "en reconduction"),
                *("renouvelée", "renouvelé", "renouvellement", "reprise", "poursuite"),
            ),
        ),
    )
)

PRESENT, PROCURATION, EXCUSE = "present", "procuration", "excuse"
QUALITES = Lexique(
    (
        Entree(PRESENT, "présent", ("présente", "présents", "présent(e)")),
        Entree(
            PROCURATION,
            "procuration",
            ("pouvoir", "représenté", "représentée", "représenté(e)", "donne procuration"),
        ),
        Entree(
            EXCUSE,
            "excusé",
            ("excusée", "absent excusé", "absente excusée", "excusé(e)"),
        ),
    )
)

FAMILLES = Lexique(
    tuple(
        Entree(famille, famille)
        for famille in (
            *("Etat", "Region", "Departement", "EPCI", "Communes"),
            *("CAF", "Bailleurs", "Europe", "Operateurs", "Autres"),
        )
    )
)
