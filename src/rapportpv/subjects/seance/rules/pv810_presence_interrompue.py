"""Entre la présence d’un élu et sa procuration, des questions ne sont couvertes par rien.

## Pourquoi c’est gênant
L’élu n’est alors ni présent ni représenté : c’est possible, mais c’est souvent un numéro de
question mal tapé. Présent jusqu’à la question 13, on donne d’ordinaire procuration à partir de la
14.

## Exemple fautif
Feuille « Séance »

| Nom | Prénom | Qualité | Mandataire | Jusqu’à la question | À partir de la question |
| --- | --- | --- | --- | --- | --- |
| AUBRY | Anne | présent |  |  |  |
| BONNET | Bruno | présent |  | 13 |  |
| BONNET | Bruno | procuration | AUBRY Anne |  | 15 |

## À écrire plutôt
Feuille « Séance »

| Nom | Prénom | Qualité | Mandataire | Jusqu’à la question | À partir de la question |
| --- | --- | --- | --- | --- | --- |
| AUBRY | Anne | présent |  |  |  |
| BONNET | Bruno | présent |  | 13 |  |
| BONNET | Bruno | procuration | AUBRY Anne |  | 14 |
"""

from collections.abc import Iterator
from itertools import pairwise

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.subjects.seance.aides import group_elus, read_appel
from rapportpv.subjects.seance.sheet import EXCUSE


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each gap between the rows of a member who was there, then represented, or the reverse."""
    appel = read_appel(dossier)
    for rangs in group_elus(appel.rangs):
        if len({rang.qualite for rang in rangs} - {EXCUSE}) < 2:
            continue
        suite = sorted(rangs, key=lambda rang: rang.fenetre.bornes)
        for avant, apres in pairwise(suite):
            fin, debut = avant.fenetre.derniere, apres.fenetre.bornes[0]
            if fin is not None and fin + 1 < debut:
                yield PV810.at(
                    appel.lieu((apres.ligne,), "a_partir_de_la_question"),
                    valeur=str(debut),
                    suggestion=f"Écrivez « {fin + 1} ».",
                    elu=apres.elu,
                    trou=_trou(fin + 1, debut - 1),
                )


def _trou(premiere: int, derniere: int) -> str:
    if premiere == derniere:
        return f"à la question {premiere}"
    return f"de la question {premiere} à la question {derniere}"


PV810 = Rule(
    "PV810",
    "presence-interrompue",
    Severite.ALERTE,
    message=(
        "« {elu} » n’est ni présent ni représenté {trou}. Corrigez le numéro de la question, s’il "
        "est mal tapé."
    ),
    doc=__doc__,
    check=check,
)
