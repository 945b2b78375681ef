"""Le sens de l’avis n’est pas reconnu.

## Pourquoi c’est gênant
Un avis est favorable, réservé ou défavorable. Un silence ne s’écrit pas : une fois le délai
passé, le programme compte de lui-même l’avis comme réputé favorable.

## Exemple fautif
Feuille « Consultation »

| Instance | Type | Envoyé le | Reçu le | Sens |
| --- | --- | --- | --- | --- |
| Orge | commune | 03/07/2024 | 12/09/2024 | favorabel |

## À écrire plutôt
Feuille « Consultation »

| Instance | Type | Envoyé le | Reçu le | Sens |
| --- | --- | --- | --- | --- |
| Orge | commune | 03/07/2024 | 12/09/2024 | favorable |

Un mot à vous se déclare une fois, dans rapportpv.toml :

```toml
[sens]
favorable = ["Avis positif"]
```
"""

from collections.abc import Iterator

from msgspec.structs import replace

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.french.lexique import fold
from rapportpv.french.typographie import format_texte
from rapportpv.reading.references import check_reference
from rapportpv.subjects.consultation.sheet import CONSULTATION, SENS

_SILENCES = ("repute", "tacite", "sans reponse", "pas de reponse", "sans avis", "aucun")
_CONSEIL = "Videz la cellule : un silence ne s’écrit pas, le programme le compte à sa date."


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each sense that is not of the list; a silence that somebody wrote is to be left out."""
    feuille = dossier.feuille(CONSULTATION)
    if feuille is None:
        return
    for anomalie in check_reference(PV822, feuille, "sens", SENS, "sens"):
        lu = fold(anomalie.valeur or "")
        silence = any(mot in lu for mot in _SILENCES)
        yield replace(anomalie, suggestion=format_texte(_CONSEIL)) if silence else anomalie


PV822 = Rule(
    "PV822",
    "sens-inconnu",
    Severite.ERREUR,
    message=("Sens d’avis inconnu : « {valeur} ». Sens possibles : {connus}."),
    doc=__doc__,
    check=check,
)
