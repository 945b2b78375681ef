"""Une réponse est arrivée, et son sens n’est pas dit.

## Pourquoi c’est gênant
Le rapport dit de chaque avis s’il est favorable, réservé ou défavorable.

## Exemple fautif
Feuille « Consultation »

| Instance | Type | Envoyé le | Reçu le | Sens |
| --- | --- | --- | --- | --- |
| Orge | commune | 03/07/2024 | 12/09/2024 | |

## À écrire plutôt
Feuille « Consultation »

| Instance | Type | Envoyé le | Reçu le | Sens |
| --- | --- | --- | --- | --- |
| Orge | commune | 03/07/2024 | 12/09/2024 | réservé |
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.french.typographie import format_date
from rapportpv.subjects.consultation.aides import list_instances


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each reply without a sense."""
    for instance in list_instances(dossier):
        if instance.recu_le is not None and not instance.sens and not instance.refusee:
            lieu = instance.lieu("sens", "recu_le")
            yield PV830.at(lieu, instance=instance.nom, recu=format_date(instance.recu_le))


PV830 = Rule(
    "PV830",
    "avis-sans-sens",
    Severite.ERREUR,
    message=(
        "La réponse de « {instance} » est reçue le {recu}, et son sens manque. Écrivez « "
        "favorable », « réservé » ou « défavorable »."
    ),
    doc=__doc__,
    check=check,
)
