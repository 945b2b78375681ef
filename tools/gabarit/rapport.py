"""What the annual report says: its prose, its tables and its charts, in reading order.

Nothing here is true of one EPCI, one contract or one year only.
"""

from . import (
    rapport_avis,
    rapport_focus,
    rapport_fonds,
    rapport_programmation,
    rapport_repartition,
    rapport_service,
    rapport_sources,
    rapport_suites,
    rapport_territoire,
    rapport_volets,
)
from .contents import contents
from .cover import cover

CHARTS = (*rapport_programmation.CHARTS, *rapport_repartition.CHARTS)

BODY = "".join(
    (
        cover(),
        contents(),
        rapport_territoire.territoire(),
        rapport_programmation.programmation(),
        rapport_fonds.fonds_de_cohesion_sociale(),
        rapport_fonds.fonds_de_concours(),
        rapport_focus.focus(),
        rapport_volets.renouvellement_urbain(),
        rapport_volets.autres_moyens(),
        rapport_service.service(),
        rapport_suites.evaluation(),
        rapport_suites.perspectives(),
        rapport_avis.avis(),
        rapport_sources.sources(),
    )
)
