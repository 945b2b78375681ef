"""Une réponse est datée d’avant l’envoi.

## Pourquoi c’est gênant
Une des deux dates est fausse, et l’état de la consultation avec elle.

## Exemple fautif
Feuille « Consultation »

| Instance | Type | Envoyé le | Reçu le | Sens |
| --- | --- | --- | --- | --- |
| Orge | commune | 03/07/2024 | 12/06/2024 | favorable |

## À écrire plutôt
Feuille « Consultation »

| Instance | Type | Envoyé le | Reçu le | Sens |
| --- | --- | --- | --- | --- |
| Orge | commune | 03/07/2024 | 12/09/2024 | favorable |
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.french.typographie import format_date
from rapportpv.subjects.consultation.aides import list_instances


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each reply dated before the sending."""
    for instance in list_instances(dossier):
        recu, envoye = instance.recu_le, instance.envoye_le
        if recu and envoye and recu < envoye:
            yield PV824.at(
                instance.lieu("recu_le"),
                valeur=f"{recu:%d/%m/%Y}",
                instance=instance.nom,
                recu=format_date(recu),
                envoi=format_date(envoye),
            )


PV824 = Rule(
    "PV824",
    "avis-avant-envoi",
    Severite.ERREUR,
    message=(
        "La réponse de « {instance} » est reçue le {recu}, avant l’envoi du {envoi}. "
        "Corrigez l’une des deux dates."
    ),
    doc=__doc__,
    check=check,
)
