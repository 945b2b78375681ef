"""The sheet of the abattement de taxe foncière."""

from typing import Annotated

from rapportpv.core.plan import Champ, Plan
from rapportpv.reading.cells import Cents, CentsRequis, LigneDeFeuille, TexteRequis


class LigneAbattement(LigneDeFeuille):
    """What a landlord does in a quartier against its tax rebate."""

    bailleur: Annotated[TexteRequis, Champ("Bailleur")]
    quartier: Annotated[TexteRequis, Champ("Quartier", lieu="quartier")]
    action: Annotated[TexteRequis, Champ("Action")]
    montant: Annotated[CentsRequis, Champ("Montant")]
    realise: Annotated[Cents, Champ("Réalisé")] = None


ABATTEMENT_TFPB = Plan(
    "abattement_tfpb", "abattement_tfpb.xlsx", "Abattement TFPB", LigneAbattement, tacite=True
)
