"""Des personnes sont rattachées les unes aux autres en boucle.

## Pourquoi c’est gênant
Personne n’est en haut de la boucle : l’organigramme n’a pas de sens. La première personne de la
feuille y est mise, faute de mieux.

## Exemple fautif
Feuille « Service »

| Nom          | Fonction           | Rattaché à    |
| ------------ | ------------------ | ------------- |
| Claire Petit | Cheffe de service  | Jean Morel    |
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
    """Each ring of people."""
    if (feuille := dossier.feuille(SERVICE)) is None:
        return
    for boucle in read_service(feuille).boucles:
        chemin = " → ".join(poste.nom for poste in (*boucle, boucle[0]))
        lignes = sorted(poste.ligne for poste in boucle)
        yield PV711.at(feuille.lieu(lignes, "rattache_a"), valeur=boucle[0].nom, chemin=chemin)


PV711 = Rule(
    "PV711",
    "rattachements-en-boucle",
    Severite.ALERTE,
    message=(
        "Ces rattachements tournent en rond : {chemin}. Corrigez-en un, ou videz la cellule "
        "« Rattaché à » de la personne qui est en haut."
    ),
    doc=__doc__,
    check=check,
)
