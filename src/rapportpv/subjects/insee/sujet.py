"""What the files of INSEE bring to a year."""

from rapportpv.core.sujet import Sujet
from rapportpv.subjects.insee.tableaux import make_situation

SUJET = Sujet("insee", plans=(), recoltes=(make_situation,))
