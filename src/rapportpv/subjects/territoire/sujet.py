"""All that the territory adds up to, in the order in which it is told."""

from rapportpv.core.sujet import Sujet
from rapportpv.subjects.territoire.figures import count_territoire
from rapportpv.subjects.territoire.quartiers_par_referent import list_quartiers_par_referent
from rapportpv.subjects.territoire.quartiers_par_type import count_quartiers_par_type
from rapportpv.subjects.territoire.referents import list_referents
from rapportpv.subjects.territoire.sheet import COMMUNES, QUARTIERS

SUJET = Sujet(
    "territoire",
    plans=(
        COMMUNES,
        QUARTIERS,
    ),
    recoltes=(
        count_territoire,
        count_quartiers_par_type,
        list_referents,
        list_quartiers_par_referent,
    ),
    groupes=("territoire",),
)
