"""The sheet of the adultes-relais."""

from typing import Annotated

from rapportpv.core.plan import Champ, Plan
from rapportpv.reading.cells import EntierRequis, LigneDeFeuille, Texte, TexteRequis


class LigneAdultesRelais(LigneDeFeuille):
    """The posts of adultes-relais of an operator."""

    operateur: Annotated[TexteRequis, Champ("Opérateur")]
    commune: Annotated[TexteRequis, Champ("Commune", lieu="commune")]
    quartier: Annotated[Texte, Champ("Quartier", lieu="quartier")] = ""
    postes: Annotated[EntierRequis, Champ("Postes")]


ADULTES_RELAIS = Plan(
    "adultes_relais", "adultes_relais.xlsx", "Adultes-relais", LigneAdultesRelais, tacite=True
)
