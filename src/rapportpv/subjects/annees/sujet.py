"""What the years before bring to a year."""

from rapportpv.core.sujet import Sujet
from rapportpv.subjects.annees.bref import AVANT, tell_annee
from rapportpv.subjects.annees.cinq_ans import tell_cinq_ans

SUJET = Sujet(
    "annees", plans=(), syntheses=(tell_annee, tell_cinq_ans), groupes=(AVANT, "evolution")
)
