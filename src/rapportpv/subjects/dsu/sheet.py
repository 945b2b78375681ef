"""The sheet of the dotation de solidarité urbaine."""

from typing import Annotated

from rapportpv.core.plan import Champ, Plan
from rapportpv.reading.cells import CentsRequis, LigneDeFeuille, TexteRequis


class LigneDsu(LigneDeFeuille):
    """An action that a commune pays from its dotation de solidarité urbaine."""

    commune: Annotated[TexteRequis, Champ("Commune", lieu="commune")]
    action: Annotated[TexteRequis, Champ("Action")]
    montant: Annotated[CentsRequis, Champ("Montant")]


DSU = Plan("dsu", "dsu.xlsx", "DSU", LigneDsu, tacite=True)
