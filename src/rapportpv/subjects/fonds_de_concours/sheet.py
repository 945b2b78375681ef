"""The sheet of the EPCI's grants to communes, and the dispositifs that they are of."""

from typing import Annotated

from rapportpv.core.plan import Champ, Plan
from rapportpv.french.lexique import Entree, Lexique
from rapportpv.reading.cells import CentsRequis, LigneDeFeuille, TexteRequis

POLITIQUE_DE_LA_VILLE = "politique_de_la_ville"
NPNRU = "npnru"
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


class LigneFondsDeConcours(LigneDeFeuille):
    """A grant of the EPCI to a commune."""

    commune: Annotated[TexteRequis, Champ("Commune", lieu="commune")]
    operation: Annotated[TexteRequis, Champ("Opération")]
    dispositif: Annotated[TexteRequis, Champ("Dispositif", mots=lambda _: DISPOSITIFS)]
    montant: Annotated[CentsRequis, Champ("Montant")]


FONDS_DE_CONCOURS = Plan(
    "fonds_de_concours", "fonds_de_concours.xlsx", "Fonds de concours", LigneFondsDeConcours
)
