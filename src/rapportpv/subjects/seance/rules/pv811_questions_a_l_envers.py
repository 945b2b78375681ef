"""Les questions d’une ligne finissent avant de commencer.

## Pourquoi c’est gênant
On ne sait pas quand l’élu était présent ou représenté. « Jusqu’à la question » est la dernière, « À
partir de la question » la première.

## Exemple fautif
Feuille « Séance »

| Nom | Prénom | Qualité | Mandataire | Jusqu’à la question | À partir de la question |
| --- | --- | --- | --- | --- | --- |
| AUBRY | Anne | présent |  |  |  |
| BONNET | Bruno | présent |  | 4 | 12 |

## À écrire plutôt
Feuille « Séance »

| Nom | Prénom | Qualité | Mandataire | Jusqu’à la question | À partir de la question |
| --- | --- | --- | --- | --- | --- |
| AUBRY | Anne | présent |  |  |  |
| BONNET | Bruno | présent |  | 12 | 4 |
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.subjects.seance.aides import read_appel


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each row that ends before it begins."""
    appel = read_appel(dossier)
    for rang in appel.tous:
        if rang.fenetre.is_upside_down:
            yield PV811.at(
                appel.lieu((rang.ligne,), "jusqu_a_la_question"),
                valeur=str(rang.fenetre.derniere),
                elu=rang.elu,
                premiere=rang.fenetre.bornes[0],
            )


PV811 = Rule(
    "PV811",
    "questions-a-l-envers",
    Severite.ERREUR,
    message=(
        "« {elu} » : la dernière question ({valeur}) est avant la première ({premiere}). Corrigez "
        "l’une des deux cellules."
    ),
    doc=__doc__,
    check=check,
)
