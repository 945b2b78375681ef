"""Le statut de la ligne n’est pas reconnu.

## Pourquoi c’est gênant
Seules les actions « soutenues » sont comptées dans les montants : il faut savoir si celle-ci
l’est.

## Exemple fautif
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | validé ? | 12000 |

## À écrire plutôt
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 |

Un mot à vous se déclare une fois, dans rapportpv.toml :

```toml
[statuts]
soutenue = ["Favorable"]
```
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.reading.references import check_reference
from rapportpv.subjects.programmation.sheet import STATUTS


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each row's statut that is not of the list."""
    return check_reference(PV203, dossier.programmation.feuille, "statut", STATUTS, "statuts")


PV203 = Rule(
    "PV203",
    "statut-inconnu",
    Severite.ERREUR,
    message="Statut inconnu : « {valeur} ». Statuts possibles : {connus}.",
    doc=__doc__,
    check=check,
)
