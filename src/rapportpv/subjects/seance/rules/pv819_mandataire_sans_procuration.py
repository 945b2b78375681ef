"""Une ligne a un mandataire sans être une procuration.

## Pourquoi c’est gênant
Un élu qui donne procuration et que la feuille dit présent ou excusé n’est pas dans la liste des
procurations : son vote est perdu.

## Exemple fautif
Feuille « Séance »

| Nom | Prénom | Qualité | Mandataire | Jusqu’à la question | À partir de la question |
| --- | --- | --- | --- | --- | --- |
| AUBRY | Anne | présent |  |  |  |
| BONNET | Bruno | excusé | AUBRY Anne |  |  |

## À écrire plutôt
Feuille « Séance »

| Nom | Prénom | Qualité | Mandataire | Jusqu’à la question | À partir de la question |
| --- | --- | --- | --- | --- | --- |
| AUBRY | Anne | présent |  |  |  |
| BONNET | Bruno | procuration | AUBRY Anne |  |  |
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.subjects.seance.aides import read_appel
from rapportpv.subjects.seance.sheet import PROCURATION, QUALITES


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each mandataire of somebody who gives no procuration."""
    appel = read_appel(dossier)
    libelles = {entree.code: entree.libelle for entree in QUALITES.entrees}
    for rang in appel.rangs:
        if rang.mandataire and rang.qualite != PROCURATION:
            yield PV819.at(
                appel.lieu((rang.ligne,), "mandataire"),
                valeur=rang.mandataire,
                elu=rang.elu,
                qualite=libelles[rang.qualite],
            )


PV819 = Rule(
    "PV819",
    "mandataire-sans-procuration",
    Severite.ALERTE,
    message=(
        "« {elu} » a un mandataire (« {valeur} »), et sa qualité est « {qualite} ». Corrigez la "
        "qualité en « procuration », ou videz la cellule."
    ),
    doc=__doc__,
    check=check,
)
