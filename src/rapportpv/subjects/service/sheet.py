"""The sheet of the service in charge."""

from typing import Annotated

from rapportpv.core.plan import Champ, Plan
from rapportpv.core.sujet import Sujet
from rapportpv.reading.cells import LigneDeFeuille, Texte, TexteRequis


class LigneService(LigneDeFeuille):
    """Somebody of the service, and whom they report to."""

    nom: Annotated[TexteRequis, Champ("Nom")]
    fonction: Annotated[TexteRequis, Champ("Fonction")]
    rattache_a: Annotated[Texte, Champ("Rattaché à")] = ""


SERVICE = Plan("service", "service.xlsx", "Service", LigneService)

SUJET = Sujet("service", plans=(SERVICE,))
