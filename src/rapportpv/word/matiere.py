"""All that a document is made of: what a template can name."""

from collections.abc import Mapping

from msgspec import Struct, field

from rapportpv.core.chiffre import Bilan
from rapportpv.core.dessin import Dessin
from rapportpv.core.identite import Identite
from rapportpv.core.prose import Image
from rapportpv.core.settings.charte import Charte
from rapportpv.core.settings.reglages_courrier import ReglageCourrier
from rapportpv.core.settings.reglages_seance import Conseil
from rapportpv.core.textes import Texte
from rapportpv.subjects.consultation.avis import Consultes
from rapportpv.subjects.consultation.courrier import Courrier
from rapportpv.subjects.seance.seance import Seance

DESSINS = ("organigramme", "carte")
"""The drawings that a report may have."""


class Matiere(Struct, frozen=True):
    """What a document says of itself, the year's figures and tables, its texts and drawings."""

    identite: Identite
    bilan: Bilan
    textes: tuple[Texte, ...] = ()
    dessins: Mapping[str, "Dessin"] = field(default_factory=dict)
    sources: bool = False  # with the annex that tells where each figure comes from
    conseil: Conseil | None = None
    seance: Seance | None = None
    consultes: Consultes | None = None
    charte: Charte = field(default_factory=Charte)
    logo: Image | None = None
    couverture: Image | None = None
    lettre: ReglageCourrier = field(default_factory=ReglageCourrier)
    courrier: Courrier | None = None  # the letter that the document is, if it is one
