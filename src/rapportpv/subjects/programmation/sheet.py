"""The sheet of the programming, wide or long, and its closed lists."""

from typing import Annotated

from rapportpv.core.plan import Champ, Plan
from rapportpv.core.vocabulaire import SOUTENUE
from rapportpv.french.lexique import Entree, Lexique
from rapportpv.reading.cells import Cents, LigneDeFeuille, Texte, TexteRequis

ASSOCIATION = "association"
NOUVELLE = "nouvelle"
RECONDUITE = "reconduite"
PLURIANNUELLE = "pluriannuelle"
ANNUELLE = "annuelle"

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

PLURIANNUELS = Lexique(
    (
        Entree(
            PLURIANNUELLE,
            "pluriannuelle",
            ("pluriannuel", "oui", "CPO", "convention pluriannuelle", "triennale", "quadriennale"),
        ),
        Entree(ANNUELLE, "annuelle", ("annuel", "non", "ponctuelle", "ponctuel", "un an")),
    )
)


class LigneProjet(LigneDeFeuille):
    """What wide and long sheets of the programming say of a project."""

    numero: Annotated[Texte, Champ("N° dossier")] = ""
    intitule: Annotated[TexteRequis, Champ("Intitulé de l'action")]
    operateur: Annotated[TexteRequis, Champ("Opérateur")]
    type_operateur: Annotated[
        Texte, Champ("Type d'opérateur", mots=lambda r: r.types.extend(TYPES_OPERATEUR))
    ] = ""
    siret: Annotated[Texte, Champ("SIRET")] = ""
    pilier: Annotated[TexteRequis, Champ("Pilier")]  # its words are of the contract of the year
    thematique: Annotated[Texte, Champ("Thématique")] = ""
    communes: Annotated[Texte, Champ("Commune(s)", lieu="commune")] = ""
    quartiers: Annotated[Texte, Champ("Quartier(s)", lieu="quartier")] = ""
    statut: Annotated[TexteRequis, Champ("Statut", mots=lambda r: r.statuts.extend(STATUTS))]
    reconduction: Annotated[
        Texte, Champ("Nouvelle ou reconduite", mots=lambda _: RECONDUCTIONS)
    ] = ""
    pluriannuel: Annotated[
        Texte, Champ("Annuelle ou pluriannuelle", mots=lambda _: PLURIANNUELS)
    ] = ""
    egalite: Annotated[Texte, Champ("Égalité", mots=lambda r: r.cotations)] = ""
    cout_total: Annotated[Cents, Champ("Coût total")] = None


class LigneLongue(LigneProjet):
    """A row of a long sheet: one grant."""

    financeur: Annotated[Texte, Champ("Financeur")] = ""
    montant: Annotated[Cents, Champ("Montant")] = None


class LigneLarge(LigneProjet):
    """A row of a wide sheet: one project, an amount for each funder's column."""

    total: Annotated[Cents, Champ("Total")] = None
    montants: dict[str, Cents]


class LigneProgrammation(LigneLarge, LigneLongue):
    """All the columns that the sheet may have, wide or long; no row is of it."""


PROGRAMMATION = Plan(
    "programmation",
    "programmation.xlsx",
    "Programmation",
    LigneProgrammation,
    financeurs=True,
)
