"""Une commune a reçu la dotation de solidarité urbaine, et le rapport n’en dit rien.

## Pourquoi c’est gênant
Quand une commune signataire a reçu la dotation de solidarité urbaine l’année écoulée, le décret
n° 2015-1118 demande que le rapport dise les actions de développement social urbain menées sur son
territoire.

## Exemple fautif
« annee.toml » écrit, sous [dsu], « communes = ["Orge"] » ; le dossier « 2022/textes » n’a pas de
fichier « dsu.md », ou ce fichier est vide, et il n’y a pas de classeur « dsu.xlsx ».

## À écrire plutôt
Le fichier « 2022/textes/dsu.md », avec les actions menées à Orge, ou le classeur
« dsu.xlsx », qui en donne le tableau.
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.core.emplacement import Emplacement
from rapportpv.core.textes import TEXTES
from rapportpv.subjects.dsu.sheet import DSU


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """The section on the dotation that is missing, when a commune has received it.

    The sheet of its actions will do; PV214 tells the communes that it leaves out.
    """
    communes = dossier.annee.dsu.communes if dossier.annee.dsu else ()
    ecrites = {texte.section for texte in dossier.textes or () if not texte.is_vide}
    if communes and DSU.nom not in ecrites and DSU.nom not in dossier.autres:
        fichier = f"{dossier.millesime}/{TEXTES}/{DSU.nom}.md"
        yield PV502.at(Emplacement(fichier), valeur=", ".join(communes), fichier=fichier)


PV502 = Rule(
    "PV502",
    "dsu-sans-texte",
    Severite.ALERTE,
    message=(
        "Des communes ont reçu la dotation de solidarité urbaine ({valeur}) : le décret n° "
        "2015-1118 demande de dire les actions qui y sont menées. Écrivez-les dans "
        "« {fichier} », ou dans « dsu.xlsx »."
    ),
    doc=__doc__,
    check=check,
)
