"""La même instance est consultée deux fois.

## Pourquoi c’est gênant
Elle est comptée deux fois, reçoit deux courriers, et peut avoir deux avis.

## Exemple fautif
Feuille « Consultation »

| Instance | Type | Envoyé le |
| --- | --- | --- |
| Orge | commune | 03/07/2024 |
| ORGE | commune | 03/07/2024 |

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
from rapportpv.subjects.consultation.aides import Consultee, list_instances, strip_type


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each body of one type and one name, however spelt, that has several rows."""
    groupes: dict[tuple[str, str], list[Consultee]] = {}
    for instance in list_instances(dossier):
        groupes.setdefault((instance.type, _key(instance, dossier)), []).append(instance)
    for siennes in groupes.values():
        if len(siennes) > 1:
            lignes = [instance.ligne for instance in siennes]
            lieu = siennes[0].feuille.lieu(lignes, "instance")
            yield PV826.at(lieu, valeur=siennes[0].nom)


def _key(instance: Consultee, dossier: Dossier) -> str:
    """The name without its type: «Commune d’Orge» and «Orge» are one."""
    type_ = dossier.reglages.instance_de(instance.type)
    return strip_type(instance.nom, type_.libelle if type_ else "")


PV826 = Rule(
    "PV826",
    "instance-consultee-deux-fois",
    Severite.ERREUR,
    message=("« {valeur} » est consultée plusieurs fois. Gardez une seule ligne."),
    doc=__doc__,
    check=check,
)
