"""Le type de l’instance consultée n’est pas reconnu.

## Pourquoi c’est gênant
Le rapport et les courriers nomment l’instance d’après son type : « commune d’Orge », « conseil
citoyen Les Tilleuls ». Les types sont un réglage (blocs [[instance]] de « rapportpv.toml ») ;
sans lui, ce sont « commune », « conseil citoyen » et « autre ».

## Exemple fautif
Feuille « Consultation »

| Instance | Type | Envoyé le |
| --- | --- | --- |
| Orge | comune | 03/07/2024 |

## À écrire plutôt
Feuille « Consultation »

| Instance | Type | Envoyé le |
| --- | --- | --- |
| Orge | commune | 03/07/2024 |
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.reading.references import check_reference
from rapportpv.subjects.consultation.sheet import CONSULTATION


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each body's type that is not of the settings."""
    feuille = dossier.feuille(CONSULTATION)
    if feuille is not None:
        yield from check_reference(PV821, feuille, "type", dossier.reglages.instances)


PV821 = Rule(
    "PV821",
    "type-instance-inconnu",
    Severite.ERREUR,
    message=("Type d’instance inconnu : « {valeur} ». Types possibles : {connus}."),
    doc=__doc__,
    check=check,
)
