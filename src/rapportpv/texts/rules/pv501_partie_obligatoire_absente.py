"""Le rapport n’a pas l’une des parties que le décret demande.

## Pourquoi c’est gênant
Le décret n° 2015-1118 du 3 septembre 2015 demande que le rapport rappelle les orientations du
contrat de ville et le projet de territoire, présente l’évolution de la situation dans les quartiers
prioritaires, retrace les actions menées, détermine les perspectives et les améliorations
nécessaires, et présente l’articulation entre les volets du contrat. Les actions menées viennent
de la programmation ; chacune des autres parties est un fichier du dossier « textes » de l’année.

Cette anomalie ne se dit qu’aux projets qui ont un dossier « textes » : l’avoir, c’est écrire les
textes du rapport avec le programme.

## Exemple fautif
Le dossier « 2022/textes » contient « orientations.md », « perspectives.md » et
« articulation.md », mais pas « evolution.md » ; ou « evolution.md » ne contient qu’un titre.

## À écrire plutôt
Le dossier « 2022/textes » contient aussi « evolution.md », et son texte. Si la partie n’a pas lieu
d’être, dites pourquoi dans rapportpv.toml, bloc [sans_objet] : la raison est imprimée à sa place.
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.core.emplacement import Emplacement
from rapportpv.core.sections import PARTIES
from rapportpv.core.textes import TEXTES


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each part of the décret that no text fills, in a project that has texts."""
    if not dossier.ecrits:
        return
    ecrites = {
        t.section for t in dossier.textes or () if not t.is_vide or t.is_a_ecrire
    }  # see PV506
    for section, partie in PARTIES.items():
        if section not in ecrites:
            fichier = f"{dossier.millesime}/{TEXTES}/{section}.md"
            yield PV501.at(Emplacement(fichier), partie=partie, fichier=fichier)


PV501 = Rule(
    "PV501",
    "partie-obligatoire-absente",
    Severite.ALERTE,
    message=(
        "Il manque la partie « {partie} », que demande le décret n° 2015-1118. Écrivez-la dans "
        "« {fichier} »."
    ),
    doc=__doc__,
    check=check,
)
