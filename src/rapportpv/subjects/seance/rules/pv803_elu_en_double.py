"""Un élu est deux fois dans la même liste.

## Pourquoi c’est gênant
Il serait compté deux fois, et la délibération le nommerait deux fois. Un élu peut avoir deux lignes
de même qualité s’il est parti puis revenu : les questions de l’une et de l’autre le disent.

## Exemple fautif
Feuille « Séance »

| Nom | Prénom | Qualité | Mandataire | Jusqu’à la question | À partir de la question |
| --- | --- | --- | --- | --- | --- |
| AUBRY | Anne | présent |  |  |  |
| BONNET | Bruno | présent |  |  |  |
| AUBRY | Anne | présent |  |  |  |

## À écrire plutôt
Feuille « Séance »

| Nom | Prénom | Qualité | Mandataire | Jusqu’à la question | À partir de la question |
| --- | --- | --- | --- | --- | --- |
| AUBRY | Anne | présent |  |  |  |
| BONNET | Bruno | présent |  |  |  |
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.subjects.seance.aides import Rang, group_elus, read_appel
from rapportpv.subjects.seance.sheet import QUALITES


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each member with two rows of one quality for the same question."""
    appel = read_appel(dossier)
    for qualite in QUALITES.entrees:
        for rangs in group_elus(appel.select(qualite.code)):
            doubles = [rang for rang in rangs if _is_double(rang, rangs)]
            if doubles:
                yield PV803.at(
                    appel.lieu((rang.ligne for rang in doubles), "nom"),
                    valeur=str(doubles[0].elu),
                    nombre=len(doubles),
                    qualite=qualite.libelle,
                )


def _is_double(rang: Rang, rangs: list[Rang]) -> bool:
    return any(autre.fenetre.meets(rang.fenetre) for autre in rangs if autre is not rang)


PV803 = Rule(
    "PV803",
    "elu-en-double",
    Severite.ERREUR,
    message=(
        "« {valeur} » a {nombre} lignes « {qualite} » pour les mêmes questions. Gardez une seule "
        "ligne, ou corrigez le nom de l’une d’elles."
    ),
    doc=__doc__,
    check=check,
)
