"""Un élu est à la fois excusé et présent, ou excusé et représenté.

## Pourquoi c’est gênant
La délibération le nommerait dans deux listes qui se contredisent, et le décompte des voix serait
douteux.

## Exemple fautif
Feuille « Séance »

| Nom | Prénom | Qualité | Mandataire | Jusqu’à la question | À partir de la question |
| --- | --- | --- | --- | --- | --- |
| AUBRY | Anne | présent |  |  |  |
| BONNET | Bruno | présent |  |  |  |
| BONNET | Bruno | excusé |  |  |  |

## À écrire plutôt
Feuille « Séance »

| Nom | Prénom | Qualité | Mandataire | Jusqu’à la question | À partir de la question |
| --- | --- | --- | --- | --- | --- |
| AUBRY | Anne | présent |  |  |  |
| BONNET | Bruno | présent |  |  |  |
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.subjects.seance.aides import group_elus, read_appel


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each member who is excused and something else for the same question."""
    appel = read_appel(dossier)
    for rangs in group_elus(appel.rangs):
        for excuse in (rang for rang in rangs if rang in appel.excuses):
            for autre in (rang for rang in rangs if rang.qualite != excuse.qualite):
                if autre.fenetre.meets(excuse.fenetre):
                    yield PV802.at(
                        appel.lieu((autre.ligne, excuse.ligne), "qualite"),
                        valeur=str(excuse.elu),
                        liste="présents" if autre in appel.presents else "procurations",
                    )


PV802 = Rule(
    "PV802",
    "present-et-excuse",
    Severite.ERREUR,
    message=(
        "« {valeur} » est dans la liste des absents excusés et dans celle des {liste}. Gardez une "
        "seule des deux lignes, ou corrigez le nom de l’une d’elles."
    ),
    doc=__doc__,
    check=check,
)
