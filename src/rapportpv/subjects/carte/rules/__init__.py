"""What can be wrong with the map of the quartiers."""

from rapportpv.subjects.carte.rules.pv701_carte_illisible import PV701
from rapportpv.subjects.carte.rules.pv702_objet_sans_contour import PV702
from rapportpv.subjects.carte.rules.pv703_coordonnees_inversees import PV703
from rapportpv.subjects.carte.rules.pv704_coordonnees_hors_de_france import PV704
from rapportpv.subjects.carte.rules.pv705_contour_repare import PV705
from rapportpv.subjects.carte.rules.pv706_quartier_absent_de_la_carte import PV706
from rapportpv.subjects.carte.rules.pv707_contour_inconnu import PV707
from rapportpv.subjects.carte.rules.pv708_carte_sans_outil import PV708

RULES = (PV701, PV702, PV703, PV704, PV705, PV706, PV707, PV708)
