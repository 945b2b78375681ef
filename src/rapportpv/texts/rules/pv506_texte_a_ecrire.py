"""Des textes du rapport ne sont pas encore écrits.

## Pourquoi c’est gênant
« rapportpv init » pose dans le dossier « textes » un fichier par partie, avec une note qui dit ce
que la partie attend. Tant que rien n’est écrit sous la note, la partie est laissée de côté. Le
décret n° 2015-1118 en demande quatre ; les autres fichiers s’effacent s’ils ne servent pas.

## Exemple fautif
« 2024/textes/evolution.md » ne contient que « <!-- À écrire : … --> ».

## À écrire plutôt
Sous la note : « Le taux de chômage des quartiers a baissé d’un point cette année. »
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.core.emplacement import Emplacement
from rapportpv.core.sections import PARTIES
from rapportpv.core.textes import TEXTES
from rapportpv.french.typographie import format_liste


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """The texts that hold their note alone, told once for all."""
    a_ecrire = [texte.section for texte in dossier.textes or () if texte.is_a_ecrire]
    if not a_ecrire:
        return
    demandes = [nom for nom in PARTIES if nom in a_ecrire]
    dont = ""
    if demandes:
        verbe = "que le décret demande" if len(demandes) > 1 else "que demande le décret"
        dont = f", dont {format_liste(demandes)}, {verbe}"
    combien = "1 texte est" if len(a_ecrire) == 1 else f"{len(a_ecrire)} textes sont"
    yield PV506.at(Emplacement(f"{dossier.millesime}/{TEXTES}"), combien=combien, dont=dont)


PV506 = Rule(
    "PV506",
    "texte-a-ecrire",
    Severite.ALERTE,
    message="{combien} à écrire{dont}. Écrivez sous la note de chaque fichier, ou effacez-le.",
    doc=__doc__,
    check=check,
)
