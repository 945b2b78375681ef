"""The sheet of the operations of urban renewal."""

from typing import Annotated

from rapportpv.core.plan import Champ, Plan
from rapportpv.reading.cells import Cents, LigneDeFeuille, Texte, TexteRequis


class LigneNpnru(LigneDeFeuille):
    """An operation of the urban renewal programme."""

    quartier: Annotated[TexteRequis, Champ("Quartier", lieu="quartier")]
    operation: Annotated[TexteRequis, Champ("Opération")]
    maitre_d_ouvrage: Annotated[TexteRequis, Champ("Maître d'ouvrage")]
    etat: Annotated[Texte, Champ("État")] = ""
    montant: Annotated[Cents, Champ("Montant")] = None


OPERATIONS_NPNRU = Plan("npnru", "npnru.xlsx", "NPNRU", LigneNpnru)
