"""Le type du quartier n’est pas reconnu.

## Pourquoi c’est gênant
Le rapport compte à part les quartiers reconnus par l’État (QPV).

## Exemple fautif
Feuille « Quartiers »

| Nom | Commune(s) | Type |
| --- | --- | --- |
| Les Tilleuls | Valmont | zone franche |

## À écrire plutôt
Feuille « Quartiers »

| Nom | Commune(s) | Type |
| --- | --- | --- |
| Les Tilleuls | Valmont | QPV |
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.reading.references import check_reference
from rapportpv.subjects.territoire.sheet import QUARTIERS, TYPES_QUARTIER


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each quartier's type that is not of the list."""
    if (feuille := dossier.feuille(QUARTIERS)) is not None:
        yield from check_reference(PV207, feuille, "type", TYPES_QUARTIER)


PV207 = Rule(
    "PV207",
    "type-quartier-inconnu",
    Severite.ERREUR,
    message=("Type de quartier inconnu : « {valeur} ». Types possibles : {connus}."),
    doc=__doc__,
    check=check,
)
