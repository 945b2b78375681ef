"""All that a document is made of: what a template can name."""

from dataclasses import dataclass

from rapportpv.model.avis import Consultes
from rapportpv.model.chiffre import Bilan
from rapportpv.model.courrier import Courrier
from rapportpv.model.identite import Identite
from rapportpv.model.reglages_seance import Conseil
from rapportpv.model.seance import Seance


@dataclass(frozen=True)
class Matiere:
    """What a document says of itself, and the year's figures and tables."""

    identite: Identite
    bilan: Bilan
    conseil: Conseil | None = None
    seance: Seance | None = None
    consultes: Consultes | None = None
    courrier: Courrier | None = None  # the letter that the document is, if it is one
