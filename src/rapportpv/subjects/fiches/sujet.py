"""What the sheets of places bring to a year."""

from rapportpv.core.sujet import Sujet
from rapportpv.subjects.fiches.tableaux import make_tableaux

SUJET = Sujet(
    "fiches", plans=(), recoltes=(make_tableaux,), groupes=("fiches", "quartiers", "communes")
)
