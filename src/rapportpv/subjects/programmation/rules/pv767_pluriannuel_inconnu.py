"""On ne sait pas si l’action relève d’une convention pluriannuelle.

## Pourquoi c’est gênant
Le rapport dit la part des crédits de l’État sous convention pluriannuelle, dont l’objectif national
est la moitié : celle-ci ne serait pas comptée.

## Exemple fautif
| Intitulé de l’action | Opérateur | Pilier | Statut | Annuelle ou pluriannuelle | ANCT |
| --- | --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | peut-être | 12000 |

## À écrire plutôt
| Intitulé de l’action | Opérateur | Pilier | Statut | Annuelle ou pluriannuelle | ANCT |
| --- | --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | pluriannuelle | 12000 |
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.reading.references import check_reference
from rapportpv.subjects.programmation.sheet import PLURIANNUELS


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each word of the column that is neither."""
    return check_reference(PV767, dossier.programmation.feuille, "pluriannuel", PLURIANNUELS)


PV767 = Rule(
    "PV767",
    "pluriannuel-inconnu",
    Severite.ALERTE,
    message=(
        "« {valeur} » ne dit pas si l’action est sous convention pluriannuelle. Écrivez l’un de "
        "ces mots : {connus}."
    ),
    doc=__doc__,
    check=check,
)
