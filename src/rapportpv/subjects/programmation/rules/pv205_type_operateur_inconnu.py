"""Le type d’opérateur n’est pas reconnu.

## Pourquoi c’est gênant
Le rapport compte les actions portées par des associations : il faut savoir si celle-ci l’est.

## Exemple fautif
| Intitulé de l’action | Opérateur | Type d’opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | assoc 1901 bis | Cohésion sociale | soutenue | 12000 |

## À écrire plutôt
| Intitulé de l’action | Opérateur | Type d’opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | association | Cohésion sociale | soutenue | 12000 |

Un mot à vous se déclare une fois, dans rapportpv.toml :

```toml
[types]
association = ["Asso 1901"]
```
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.reading.references import check_reference
from rapportpv.subjects.programmation.sheet import TYPES_OPERATEUR


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each row's type d'opérateur that is not of the list."""
    return check_reference(
        PV205, dossier.programmation.feuille, "type_operateur", TYPES_OPERATEUR, "types"
    )


PV205 = Rule(
    "PV205",
    "type-operateur-inconnu",
    Severite.ERREUR,
    message=("Type d’opérateur inconnu : « {valeur} ». Types possibles : {connus}."),
    doc=__doc__,
    check=check,
)
