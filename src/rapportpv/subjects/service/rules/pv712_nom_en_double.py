"""Une personne est deux fois dans la feuille « Service ».

## Pourquoi c’est gênant
L’organigramme la montrerait deux fois, et l’on ne sait pas à quelle ligne se rattachent les autres.
(Un poste vacant peut figurer autant de fois que nécessaire.)

## Exemple fautif
Feuille « Service »

| Nom          | Fonction           | Rattaché à    |
| ------------ | ------------------ | ------------- |
| Claire Petit | Cheffe de service  |               |
| Jean Morel   | Chargé de mission  | Claire Petit  |
| Jean Morel   | Référent           | Claire Petit  |

## À écrire plutôt
Feuille « Service »

| Nom          | Fonction                      | Rattaché à    |
| ------------ | ----------------------------- | ------------- |
| Claire Petit | Cheffe de service             |               |
| Jean Morel   | Chargé de mission et référent | Claire Petit  |
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.french.lexique import fold
from rapportpv.subjects.service.organigramme import Poste, read_service
from rapportpv.subjects.service.sheet import SERVICE


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each name that several rows have, vacant posts apart."""
    if (feuille := dossier.feuille(SERVICE)) is None:
        return
    homonymes: dict[str, list[Poste]] = {}
    for poste in read_service(feuille).postes:
        if poste.nom and not poste.is_vacant:
            homonymes.setdefault(fold(poste.nom), []).append(poste)
    for postes in homonymes.values():
        if len(postes) > 1:
            lieu = feuille.lieu([poste.ligne for poste in postes], "nom")
            yield PV712.at(lieu, valeur=postes[0].nom, fois=len(postes))


PV712 = Rule(
    "PV712",
    "nom-en-double",
    Severite.ALERTE,
    message=(
        "« {valeur} » est {fois} fois dans la feuille « Service ». Gardez une seule ligne, avec "
        "toutes ses fonctions ; pour un homonyme, ajoutez ce qui le distingue."
    ),
    doc=__doc__,
    check=check,
)
