"""La qualité d’un élu à la séance n’est pas reconnue.

## Pourquoi c’est gênant
La délibération nomme les présents, les procurations et les absents excusés. Un élu d’une autre
qualité n’est dans aucune des trois listes.

## Exemple fautif
Feuille « Séance »

| Nom | Prénom | Qualité | Mandataire | Jusqu’à la question | À partir de la question |
| --- | --- | --- | --- | --- | --- |
| AUBRY | Anne | présent |  |  |  |
| BONNET | Bruno | en retard |  |  |  |

## À écrire plutôt
Feuille « Séance »

| Nom | Prénom | Qualité | Mandataire | Jusqu’à la question | À partir de la question |
| --- | --- | --- | --- | --- | --- |
| AUBRY | Anne | présent |  |  |  |
| BONNET | Bruno | présent |  |  | 4 |

Un mot à vous se déclare une fois, dans rapportpv.toml :

```toml
[qualites]
present = ["En visioconférence"]
```
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.reading.references import check_reference
from rapportpv.subjects.seance.sheet import QUALITES, SEANCE


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each quality of the session's sheet that is not of the list."""
    feuille = dossier.feuille(SEANCE)
    if feuille is not None:
        yield from check_reference(PV801, feuille, "qualite", QUALITES, "qualites")


PV801 = Rule(
    "PV801",
    "qualite-inconnue",
    Severite.ERREUR,
    message="Qualité inconnue : « {valeur} ». Qualités possibles : {connus}.",
    doc=__doc__,
    check=check,
)
