"""Le pilier n’est pas dans la liste des piliers du contrat de ville.

## Pourquoi c’est gênant
Une action rangée sous un pilier inconnu n’apparaît dans aucun tableau par pilier.

## Exemple fautif
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohesion | soutenue | 12000 |

## À écrire plutôt
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 |
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.reading.references import check_reference


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each row's pilier that is none of the contract's."""
    feuille = dossier.programmation.feuille
    return check_reference(PV201, feuille, "pilier", dossier.contrat.lexique)


PV201 = Rule(
    "PV201",
    "pilier-inconnu",
    Severite.ERREUR,
    message="Pilier inconnu : « {valeur} ». Piliers du contrat : {connus}.",
    doc=__doc__,
    check=check,
)
