"""On ne sait pas si l’action est nouvelle ou reconduite.

## Pourquoi c’est gênant
Le rapport compte les actions nouvelles et celles qui continuent d’une année sur l’autre : celle-ci
irait avec les « Non précisé ».

## Exemple fautif
| Intitulé de l’action | Opérateur | Pilier | Statut | Nouvelle ou reconduite | ANCT |
| --- | --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | oui | 12000 |

## À écrire plutôt
| Intitulé de l’action | Opérateur | Pilier | Statut | Nouvelle ou reconduite | ANCT |
| --- | --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | reconduite | 12000 |
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.reading.references import check_reference
from rapportpv.subjects.programmation.sheet import RECONDUCTIONS


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each word of the column that is neither."""
    return check_reference(PV212, dossier.programmation.feuille, "reconduction", RECONDUCTIONS)


PV212 = Rule(
    "PV212",
    "reconduction-inconnue",
    Severite.ALERTE,
    message=(
        "« {valeur} » ne dit pas si l’action est nouvelle ou reconduite. Écrivez l’un de ces "
        "mots : {connus}."
    ),
    doc=__doc__,
    check=check,
)
