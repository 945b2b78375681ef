"""All that a document is made of: what a template can name."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rapportpv.model.avis import Consultes
from rapportpv.model.chiffre import Bilan
from rapportpv.model.courrier import Courrier
from rapportpv.model.identite import Identite
from rapportpv.model.lexique import squash
from rapportpv.model.reglages_seance import Conseil
from rapportpv.model.seance import Seance
from rapportpv.model.textes import Texte

if TYPE_CHECKING:
    from rapportpv.model.dessin import Dessin

FOCUS = "focus"
"""The section whose texts each tell one action."""

SECTIONS = (
    "orientations",
    "territoire",
    "evolution",
    "programmation",
    "associations",
    "fcs",
    "fonds_de_concours",
    "npnru",
    "service",
    "articulation",
    "evaluation",
    "manifeste",
    "perspectives",
    "priorites",
    "avis",
    "dsu",
)
"""The sections that a report may have: a template prints nothing for one without a text."""

DESSINS = ("organigramme", "carte")
"""The drawings that a report may have."""


@dataclass(frozen=True)
class Matiere:
    """What a document says of itself, the year's figures and tables, its texts and drawings."""

    identite: Identite
    bilan: Bilan
    textes: tuple[Texte, ...] = ()
    dessins: Mapping[str, "Dessin"] = field(default_factory=dict)
    sources: bool = False  # with the annex that tells where each figure comes from
    conseil: Conseil | None = None
    seance: Seance | None = None
    consultes: Consultes | None = None
    courrier: Courrier | None = None  # the letter that the document is, if it is one


def section_key(nom: str) -> str:
    """The name of a section as it is compared: `fonds_de_concours` is «fonds-de-concours.md»."""
    return re.sub(r"[\s_-]+", "", squash(nom))
