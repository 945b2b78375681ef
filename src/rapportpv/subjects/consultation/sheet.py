"""The sheet of the consultation, and what a body can say."""

from typing import Annotated

from rapportpv.core.plan import Champ, Plan
from rapportpv.french.lexique import Entree, Lexique
from rapportpv.reading.cells import Jour, LigneDeFeuille, Texte, TexteRequis

SENS = Lexique(
    (
        Entree(
            "favorable",
            "favorable",
            ("avis favorable", "favorables", "pour", "approuvé", "approbation", "oui"),
        ),
        Entree(
            "reserve",
            "réservé",
            (
                *("avis réservé", "réserves", "réserve", "avec réserves", "sous réserve"),
                *("favorable avec réserves", "favorable sous réserve", "favorable sous réserves"),
            ),
        ),
        Entree("defavorable", "défavorable", ("avis défavorable", "contre", "rejeté", "non")),
    )
)
"""What a body can say; what its silence means is worked out, never typed."""


class LigneConsultation(LigneDeFeuille):
    """A body that was asked for its avis, and what came of it."""

    instance: Annotated[TexteRequis, Champ("Instance")]
    type: Annotated[TexteRequis, Champ("Type", mots=lambda reglages: reglages.instances)]
    destinataire: Annotated[Texte, Champ("Destinataire")] = ""
    envoye_le: Annotated[Jour, Champ("Envoyé le")] = None
    recu_le: Annotated[Jour, Champ("Reçu le")] = None
    sens: Annotated[Texte, Champ("Sens", mots=lambda r: r.sens.extend(SENS))] = ""
    theme: Annotated[Texte, Champ("Thème")] = ""  # what its observations are about
    observations: Annotated[Texte, Champ("Observations")] = ""
    suite_donnee: Annotated[Texte, Champ("Suite donnée")] = ""


CONSULTATION = Plan(
    "consultation", "consultation.xlsx", "Consultation", LigneConsultation, tacite=True
)
