"""What can be wrong with the files of INSEE."""

from rapportpv.subjects.insee.rules.pv735_fichier_insee_inconnu import PV735
from rapportpv.subjects.insee.rules.pv736_autre_geographie import PV736
from rapportpv.subjects.insee.rules.pv737_millesime_ancien import PV737
from rapportpv.subjects.insee.rules.pv738_millesime_inconnu import PV738
from rapportpv.subjects.insee.rules.pv739_fichier_insee_a_demi_vide import PV739
from rapportpv.subjects.insee.rules.pv740_indicateur_en_double import PV740
from rapportpv.subjects.insee.rules.pv741_quartier_sans_indicateur import PV741

RULES = (PV735, PV736, PV737, PV738, PV739, PV740, PV741)
