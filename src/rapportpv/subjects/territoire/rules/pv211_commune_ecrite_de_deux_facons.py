"""La même commune est écrite de deux façons.

## Pourquoi c’est gênant
Le rapport imprime l’une et l’autre, et un filtre d’Excel peut en faire deux communes.
L’écriture de la feuille « Communes » fait foi ; à défaut, la plus fréquente.

## Exemple fautif
| Intitulé de l’action | Opérateur | Pilier | Commune(s) | Statut | ANCT |
| --- | --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | Nœux-les-Bois | soutenue | 12000 |
| Chantier jeunes | Le Club | Emploi | NOEUX LES BOIS | soutenue | 8000 |

## À écrire plutôt
| Intitulé de l’action | Opérateur | Pilier | Commune(s) | Statut | ANCT |
| --- | --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | Nœux-les-Bois | soutenue | 12000 |
| Chantier jeunes | Le Club | Emploi | Nœux-les-Bois | soutenue | 8000 |
"""

from collections.abc import Iterator
from functools import partial

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.french.lieux import place_key
from rapportpv.reading.graphies import Graphies
from rapportpv.subjects.territoire.lieux import list_lieux, split_cells
from rapportpv.subjects.territoire.sheet import COMMUNES


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each spelling of a commune other than that of the sheet of communes, or the most frequent."""
    graphies = Graphies(partial(map, place_key))
    if (territoire := dossier.feuille(COMMUNES)) is not None:
        graphies.add(territoire, "commune", split_cells(territoire, "commune"))
    officielles = set(graphies.all())
    for feuille, colonne, noms in list_lieux(dossier, "commune"):
        graphies.add(feuille, colonne, noms)
    for memes in graphies.groups():
        if officielles and officielles.isdisjoint(memes):
            continue  # an unknown commune, that PV208 tells
        juste = max(memes, key=lambda graphie: (graphie in officielles, graphies.count(graphie)))
        for graphie in memes:
            if graphie != juste:
                yield from graphies.tell(PV211, graphie, juste)


PV211 = Rule(
    "PV211",
    "commune-ecrite-de-deux-facons",
    Severite.ALERTE,
    message="« {valeur} » est la même commune que « {autre} » : écrivez-la partout pareil.",
    doc=__doc__,
    check=check,
)
