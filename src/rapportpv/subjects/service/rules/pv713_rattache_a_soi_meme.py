"""Quelqu’un est rattaché à soi-même.

## Pourquoi c’est gênant
L’organigramme ne peut pas le dessiner : la personne est mise tout en haut.

## Exemple fautif
Feuille « Service »

| Nom          | Fonction           | Rattaché à    |
| ------------ | ------------------ | ------------- |
| Claire Petit | Cheffe de service  | Claire Petit  |
| Jean Morel   | Chargé de mission  | Claire Petit  |

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
    """Each post that reports to itself."""
    if (feuille := dossier.feuille(SERVICE)) is None:
        return
    for poste in read_service(feuille).reflexifs:
        yield PV713.at(feuille.lieu([poste.ligne], "rattache_a"), valeur=poste.nom)


PV713 = Rule(
    "PV713",
    "rattache-a-soi-meme",
    Severite.ALERTE,
    message=(
        "« {valeur} » se rattache à soi-même. Corrigez la cellule « Rattaché à », ou videz-la "
        "si personne n’est au-dessus."
    ),
    doc=__doc__,
    check=check,
)
