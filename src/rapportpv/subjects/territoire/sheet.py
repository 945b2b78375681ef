"""The two sheets of the territory: its communes, its quartiers and their types."""

from typing import Annotated

from rapportpv.core.plan import Champ, Plan
from rapportpv.french.lexique import Entree, Lexique
from rapportpv.reading.cells import Entier, LigneDeFeuille, Texte, TexteRequis

QPV = "qpv"
COMMUNAUTAIRE = "communautaire"
TYPES_QUARTIER = Lexique(
    (
        Entree(QPV, "QPV", ("État", "quartier prioritaire", "quartier prioritaire de l'État")),
        Entree(COMMUNAUTAIRE, "communautaire", ("quartier communautaire",)),
    )
)


class LigneCommune(LigneDeFeuille):
    """A commune of the contract."""

    commune: Annotated[TexteRequis, Champ("Commune")]
    code_insee: Annotated[Texte, Champ("Code INSEE")] = ""
    referent: Annotated[Texte, Champ("Référent")] = ""


class LigneQuartier(LigneDeFeuille):
    """A quartier, recognised by the State or not."""

    code: Annotated[Texte, Champ("Code")] = ""
    nom: Annotated[TexteRequis, Champ("Nom")]
    communes: Annotated[TexteRequis, Champ("Commune(s)", lieu="commune")]
    type: Annotated[TexteRequis, Champ("Type", mots=lambda _: TYPES_QUARTIER)]
    population: Annotated[Entier, Champ("Population")] = None


COMMUNES = Plan("communes", "territoire.xlsx", "Communes", LigneCommune, facultative=True)
QUARTIERS = Plan("quartiers", "territoire.xlsx", "Quartiers", LigneQuartier, facultative=True)
