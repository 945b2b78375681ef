"""Un rattachement désigne plusieurs postes.

## Pourquoi c’est gênant
On ne sait pas sous lequel placer la personne : elle est mise sous le premier de la feuille.

## Exemple fautif
Feuille « Service »

| Nom          | Fonction              | Rattaché à    |
| ------------ | --------------------- | ------------- |
| Poste vacant | Cheffe de service     |               |
| Poste vacant | Responsable de pôle   |               |
| Jean Morel   | Chargé de mission     | Poste vacant  |

## À écrire plutôt
Feuille « Service »

| Nom          | Fonction              | Rattaché à          |
| ------------ | --------------------- | ------------------- |
| Poste vacant | Cheffe de service     |                     |
| Poste vacant | Responsable de pôle   |                     |
| Jean Morel   | Chargé de mission     | Responsable de pôle |
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.subjects.service.organigramme import read_service
from rapportpv.subjects.service.sheet import SERVICE


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each «Rattaché à» that several posts answer to."""
    if (feuille := dossier.feuille(SERVICE)) is None:
        return
    for poste in read_service(feuille).ambigus:
        yield PV714.at(feuille.lieu([poste.ligne], "rattache_a"), valeur=poste.rattache_a)


PV714 = Rule(
    "PV714",
    "rattachement-ambigu",
    Severite.ALERTE,
    message=(
        "« {valeur} » désigne plusieurs postes de la feuille « Service ». Écrivez à la place la "
        "fonction, si elle n’est qu’à un seul, ou un nom."
    ),
    doc=__doc__,
    check=check,
)
