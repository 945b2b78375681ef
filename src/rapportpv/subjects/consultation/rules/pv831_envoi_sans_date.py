"""La date d’envoi du projet manque.

## Pourquoi c’est gênant
Sans date d’envoi, rien ne dit que l’instance a été consultée : son silence ne vaut pas avis
favorable.

Tant qu’aucune ligne n’a de date et que le rapport est un projet, l’envoi est à faire et rien
n’est dit.

## Exemple fautif
Feuille « Consultation »

| Instance | Type | Envoyé le |
| --- | --- | --- |
| Orge | commune | 03/07/2024 |
| Valmont | commune | |

## À écrire plutôt
Feuille « Consultation »

| Instance | Type | Envoyé le |
| --- | --- | --- |
| Orge | commune | 03/07/2024 |
| Valmont | commune | 03/07/2024 |
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.core.identite import Version
from rapportpv.subjects.consultation.aides import list_instances


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each body without the day of its sending, once others have theirs; PV832 tells the end."""
    if dossier.annee.version is Version.DEFINITIF:
        return
    instances = list(list_instances(dossier))
    commencee = any(i.envoye_le or i.recu_le for i in instances)
    for instance in instances if commencee else ():
        if instance.envoye_le is None and not instance.refusee:
            yield PV831.at(instance.lieu("envoye_le", "instance"), instance=instance.nom)


PV831 = Rule(
    "PV831",
    "envoi-sans-date",
    Severite.ALERTE,
    message=(
        "La date d’envoi manque pour « {instance} ». Écrivez-la dans « Envoyé le », ou "
        "soumettez-lui le projet."
    ),
    doc=__doc__,
    check=check,
)
