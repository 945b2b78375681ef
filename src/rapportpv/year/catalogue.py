"""Every rule: what can be wrong, in the order of its code."""

from itertools import chain
from operator import attrgetter

from rapportpv.core.anomalie import Rule
from rapportpv.reading.rules import RULES as READING
from rapportpv.subjects.annees.rules import RULES as ANNEES
from rapportpv.subjects.carte.rules import RULES as CARTE
from rapportpv.subjects.consultation.rules import RULES as CONSULTATION
from rapportpv.subjects.dispositifs.rules import RULES as DISPOSITIFS
from rapportpv.subjects.dsu.rules import RULES as DSU
from rapportpv.subjects.fcs.rules import RULES as FCS
from rapportpv.subjects.fiches.rules import RULES as FICHES
from rapportpv.subjects.fonds_de_concours.rules import RULES as FONDS_DE_CONCOURS
from rapportpv.subjects.insee.rules import RULES as INSEE
from rapportpv.subjects.programmation.rules import RULES as PROGRAMMATION
from rapportpv.subjects.seance.rules import RULES as SEANCE
from rapportpv.subjects.service.rules import RULES as SERVICE
from rapportpv.subjects.subventions.rules import RULES as SUBVENTIONS
from rapportpv.subjects.territoire.rules import RULES as TERRITOIRE
from rapportpv.texts.rules import RULES as TEXTS
from rapportpv.word.rules import RULES as WORD

CATALOGUE: tuple[Rule, ...] = tuple(
    sorted(
        chain(
            READING,
            ANNEES,
            CARTE,
            CONSULTATION,
            DISPOSITIFS,
            DSU,
            FCS,
            FICHES,
            FONDS_DE_CONCOURS,
            INSEE,
            PROGRAMMATION,
            SEANCE,
            SERVICE,
            SUBVENTIONS,
            TERRITOIRE,
            TEXTS,
            WORD,
        ),
        key=attrgetter("code"),
    )
)
"""A code is never reused."""
