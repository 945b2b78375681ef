"""The two sheets of the partners: their dispositifs, and their droit commun by signatory."""

from typing import Annotated

from rapportpv.core.plan import Champ, Plan
from rapportpv.reading.cells import Cents, Entier, LigneDeFeuille, Texte, TexteRequis


class LigneDispositif(LigneDeFeuille):
    """A dispositif of the year: what was planned, what was done, its places."""

    dispositif_nom: Annotated[TexteRequis, Champ("Dispositif")]
    operateur: Annotated[Texte, Champ("Opérateur")] = ""
    communes: Annotated[Texte, Champ("Commune(s)", lieu="commune")] = ""
    quartiers: Annotated[Texte, Champ("Quartier(s)", lieu="quartier")] = ""
    prevu: Annotated[Cents, Champ("Prévu")] = None
    realise: Annotated[Cents, Champ("Réalisé")] = None
    unite: Annotated[Texte, Champ("Unité")] = ""
    places_prevues: Annotated[Entier, Champ("Places prévues")] = None
    places_occupees: Annotated[Entier, Champ("Places occupées")] = None


class LigneDroitCommun(LigneDeFeuille):
    """What a signatory of the contract commits of its own means, and what it did."""

    signataire: Annotated[TexteRequis, Champ("Signataire")]
    engagement: Annotated[TexteRequis, Champ("Engagement")]
    decide: Annotated[Cents, Champ("Décidé")] = None
    realise: Annotated[Cents, Champ("Réalisé")] = None


DISPOSITIFS = Plan(
    "dispositifs", "dispositifs.xlsx", "Dispositifs", LigneDispositif, facultative=True, tacite=True
)
DROIT_COMMUN = Plan(
    "droit_commun",
    "dispositifs.xlsx",
    "Droit commun",
    LigneDroitCommun,
    facultative=True,
    tacite=True,
)
