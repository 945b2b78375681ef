"""Le rapport parle de la dotation de solidarité urbaine, et aucune commune ne l’a reçue.

## Pourquoi c’est gênant
Le texte est peut-être celui d’une autre année ; ou la liste des communes est à remplir, et la
partie ne dit pas desquelles elle parle.

## Exemple fautif
Le dossier « 2022/textes » a un fichier « dsu.md » ; « annee.toml » n’a pas de bloc [dsu].

## À écrire plutôt
Dans « annee.toml », sous [dsu], « communes = ["Orge"] » ; ou le dossier « textes » sans
« dsu.md ».
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.core.emplacement import Emplacement
from rapportpv.subjects.dsu.sheet import DSU


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """The section on the dotation, when no commune is said to have received it."""
    feuille = dossier.feuille(DSU)
    dites = dossier.annee.dsu and dossier.annee.dsu.communes
    if dites or (feuille is not None and not feuille.frame.empty):  # PV213 tells its communes
        return
    for texte in dossier.textes or ():
        if texte.section == DSU.nom and not texte.is_vide:
            yield PV503.at(Emplacement(texte.fichier))


PV503 = Rule(
    "PV503",
    "dsu-sans-commune",
    Severite.ALERTE,
    message=(
        "Ce texte est la partie sur la dotation de solidarité urbaine, et « annee.toml » ne dit "
        "pas qui l’a reçue. Ajoutez-y un bloc [dsu] avec ses communes, ou retirez ce texte."
    ),
    doc=__doc__,
    check=check,
)
