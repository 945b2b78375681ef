"""The sheet of the Fonds de Cohésion Sociale."""

from typing import Annotated

from rapportpv.core.plan import Champ, Plan
from rapportpv.reading.cells import CentsRequis, LigneDeFeuille, Texte, TexteRequis


class LigneFcs(LigneDeFeuille):
    """A project of the Fonds de Cohésion Sociale."""

    numero: Annotated[Texte, Champ("N°")] = ""
    axe: Annotated[TexteRequis, Champ("Axe", mots=lambda reglages: reglages.axes)]
    operateur: Annotated[TexteRequis, Champ("Opérateur")]
    intitule: Annotated[TexteRequis, Champ("Intitulé")]
    commune: Annotated[Texte, Champ("Commune", lieu="commune")] = ""
    montant: Annotated[CentsRequis, Champ("Montant")]


FCS = Plan("fcs", "fcs.xlsx", "FCS", LigneFcs, herite="axe")
