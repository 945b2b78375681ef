"""The sections that a report may have, and how their names are compared."""

import re

from rapportpv.french.lexique import squash

FOCUS = "focus"
"""The section whose texts each tell one action."""

FACULTATIVES = (
    "avant_propos",
    "annee_en_bref",
    "introduction_annee_en_bref",
    "introduction_territoire",
    "introduction_programmation",
    "introduction_annees",
    "introduction_fcs",
    "introduction_fonds_de_concours",
    "introduction_focus",
    "introduction_npnru",
    "introduction_service",
)
"""The sections that nobody is asked for: a foreword, what marked the year, a part's sentence."""

SECTIONS = (
    "orientations",
    "territoire",
    "situation",
    "evolution",
    "objectifs",
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
    *FACULTATIVES,
)
"""The sections that a report may have: a template prints nothing for one without a text."""


PARTIES = {
    "orientations": "orientations du contrat de ville et projet de territoire",
    "evolution": "évolution de la situation dans les quartiers prioritaires",
    "perspectives": "perspectives d’évolution et améliorations nécessaires",
    "articulation": "articulation entre les volets du contrat de ville",
}
"""The parts that the décret asks for in words, by their file; the actions are the programming."""


def section_key(nom: str) -> str:
    """The name of a section as it is compared: `fonds_de_concours` is «fonds-de-concours.md»."""
    return re.sub(r"[\s_-]+", "", squash(nom))
