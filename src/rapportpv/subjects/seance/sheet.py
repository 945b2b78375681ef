"""The sheet of the session: who was there, represented, or excused."""

from typing import Annotated

from rapportpv.core.plan import Champ, Plan
from rapportpv.french.lexique import Entree, Lexique
from rapportpv.reading.cells import Entier, LigneDeFeuille, Texte, TexteRequis

PRESENT, PROCURATION, EXCUSE = "present", "procuration", "excuse"
QUALITES = Lexique(
    (
        Entree(PRESENT, "présent", ("présente", "présents", "présent(e)")),
        Entree(
            PROCURATION,
            "procuration",
            ("pouvoir", "représenté", "représentée", "représenté(e)", "donne procuration"),
        ),
        Entree(
            EXCUSE,
            "excusé",
            ("excusée", "absent excusé", "absente excusée", "excusé(e)"),
        ),
    )
)


class LigneSeance(LigneDeFeuille):
    """An elected member at the session: there, represented, or excused."""

    nom: Annotated[TexteRequis, Champ("Nom")]
    prenom: Annotated[TexteRequis, Champ("Prénom")]
    qualite: Annotated[TexteRequis, Champ("Qualité", mots=lambda r: r.qualites.extend(QUALITES))]
    mandataire: Annotated[Texte, Champ("Mandataire")] = ""
    jusqu_a_la_question: Annotated[Entier, Champ("Jusqu'à la question")] = None
    a_partir_de_la_question: Annotated[Entier, Champ("À partir de la question")] = None


SEANCE = Plan("seance", "seance.xlsx", "Séance", LigneSeance, tacite=True)
