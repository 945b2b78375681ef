"""The rows of the sheets that a project may do without: one part of the report each."""

from rapportpv.reading.lignes import (
    Cents,
    CentsRequis,
    Entier,
    EntierRequis,
    Jour,
    LigneDeFeuille,
    Texte,
    TexteRequis,
)
from rapportpv.reading.plan import (
    ABATTEMENT_TFPB,
    ADULTES_RELAIS,
    CONSULTATION,
    DSU,
    OPERATIONS_NPNRU,
    SEANCE,
    SERVICE,
)


class LigneNpnru(LigneDeFeuille):
    """An operation of the urban renewal programme."""

    quartier: TexteRequis
    operation: TexteRequis
    maitre_d_ouvrage: TexteRequis
    etat: Texte = ""
    montant: Cents = None


class LigneService(LigneDeFeuille):
    """Somebody of the service, and whom they report to."""

    nom: TexteRequis
    fonction: TexteRequis
    rattache_a: Texte = ""


class LigneDsu(LigneDeFeuille):
    """An action that a commune pays from its dotation de solidarité urbaine."""

    commune: TexteRequis
    action: TexteRequis
    montant: CentsRequis


class LigneAbattement(LigneDeFeuille):
    """What a landlord does in a quartier against its tax rebate."""

    bailleur: TexteRequis
    quartier: TexteRequis
    action: TexteRequis
    montant: CentsRequis


class LigneAdultesRelais(LigneDeFeuille):
    """The posts of adultes-relais of an operator."""

    operateur: TexteRequis
    commune: TexteRequis
    quartier: Texte = ""
    postes: EntierRequis


class LigneSeance(LigneDeFeuille):
    """An elected member at the session: there, represented, or excused."""

    nom: TexteRequis
    prenom: TexteRequis
    qualite: TexteRequis
    mandataire: Texte = ""
    jusqu_a_la_question: Entier = None
    a_partir_de_la_question: Entier = None


class LigneConsultation(LigneDeFeuille):
    """A body that was asked for its avis, and what came of it."""

    instance: TexteRequis
    type: TexteRequis
    destinataire: Texte = ""
    envoye_le: Jour = None
    recu_le: Jour = None
    sens: Texte = ""
    observations: Texte = ""
    suite_donnee: Texte = ""


MODELES: dict[str, type[LigneDeFeuille]] = {
    OPERATIONS_NPNRU.nom: LigneNpnru,
    SERVICE.nom: LigneService,
    DSU.nom: LigneDsu,
    ABATTEMENT_TFPB.nom: LigneAbattement,
    ADULTES_RELAIS.nom: LigneAdultesRelais,
    SEANCE.nom: LigneSeance,
    CONSULTATION.nom: LigneConsultation,
}
"""The row of each of those sheets, by the name of its plan."""
