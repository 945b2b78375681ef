"""Quelqu’un est rattaché à une personne qui n’est pas dans la feuille « Service ».

## Pourquoi c’est gênant
L’organigramme le placerait tout en haut. « Rattaché à » reprend un nom de la feuille,
ou une fonction.

## Exemple fautif
Feuille « Service »

| Nom          | Fonction           | Rattaché à    |
| ------------ | ------------------ | ------------- |
| Claire Petit | Cheffe de service  |               |
| Jean Morel   | Chargé de mission  | Claire Peti   |

## À écrire plutôt
Feuille « Service »

| Nom          | Fonction           | Rattaché à    |
| ------------ | ------------------ | ------------- |
| Claire Petit | Cheffe de service  |               |
| Jean Morel   | Chargé de mission  | Claire Petit  |
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.subjects.service.organigramme import read_service
from rapportpv.subjects.service.sheet import SERVICE


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each «Rattaché à» that is nobody of the sheet."""
    if (feuille := dossier.feuille(SERVICE)) is None:
        return
    service = read_service(feuille)
    for poste in service.inconnus:
        proche = service.suggest(poste)
        yield PV710.at(
            feuille.lieu([poste.ligne], "rattache_a"),
            valeur=poste.rattache_a,
            suggestion=f"Écrivez « {proche} »." if proche else None,
        )


PV710 = Rule(
    "PV710",
    "rattachement-inconnu",
    Severite.ALERTE,
    message=(
        "« {valeur} » n’est ni un nom ni une fonction de la feuille « Service ». Corrigez la "
        "cellule, ou ajoutez la personne à la feuille."
    ),
    doc=__doc__,
    check=check,
)
