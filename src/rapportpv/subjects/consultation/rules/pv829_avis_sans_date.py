"""Un avis n’a pas de date de réception.

## Pourquoi c’est gênant
Sans date, on ne sait pas si l’avis est arrivé dans le délai : il n’engage que s’il y est.

## Exemple fautif
Feuille « Consultation »

| Instance | Type | Envoyé le | Reçu le | Sens |
| --- | --- | --- | --- | --- |
| Orge | commune | 03/07/2024 | | favorable |

## À écrire plutôt
Feuille « Consultation »

| Instance | Type | Envoyé le | Reçu le | Sens |
| --- | --- | --- | --- | --- |
| Orge | commune | 03/07/2024 | 12/09/2024 | favorable |
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.subjects.consultation.aides import list_instances


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each avis, or observation, without the day when it came; not one that could not be read."""
    for instance in list_instances(dossier):
        dit = instance.sens or instance.observations
        if dit and instance.recu_le is None and not instance.refusee:
            lieu = instance.lieu("recu_le", "sens")
            yield PV829.at(lieu, valeur=dit, instance=instance.nom)


PV829 = Rule(
    "PV829",
    "avis-sans-date",
    Severite.ERREUR,
    message=(
        "L’avis de « {instance} » n’a pas de date. Écrivez dans « Reçu le » le jour où il "
        "est arrivé."
    ),
    doc=__doc__,
    check=check,
)
