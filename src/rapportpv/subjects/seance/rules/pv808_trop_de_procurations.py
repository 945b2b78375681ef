"""Un élu détient plus de procurations que la loi ne le permet.

## Pourquoi c’est gênant
L’article L. 2121-20 du code général des collectivités territoriales limite chaque membre à une
procuration ; au-delà, le vote peut être annulé. Des lois ont parfois relevé cette limite : le
réglage « procurations_par_membre », sous [conseil], le dit. Deux procurations qui se suivent, l’une
jusqu’à la question 13, l’autre à partir de la question 14, n’en font jamais deux à la fois.

## Exemple fautif
Feuille « Séance »

| Nom | Prénom | Qualité | Mandataire | Jusqu’à la question | À partir de la question |
| --- | --- | --- | --- | --- | --- |
| AUBRY | Anne | présent |  |  |  |
| BONNET | Bruno | procuration | AUBRY Anne |  |  |
| COLIN | Claire | procuration | AUBRY Anne |  |  |

## À écrire plutôt
Feuille « Séance »

| Nom | Prénom | Qualité | Mandataire | Jusqu’à la question | À partir de la question |
| --- | --- | --- | --- | --- | --- |
| AUBRY | Anne | présent |  |  |  |
| BONNET | Bruno | procuration | AUBRY Anne |  |  |
| COLIN | Claire | procuration | DUVAL Denis |  |  |
| DUVAL | Denis | présent |  |  |  |
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.subjects.seance.aides import Rang, read_appel
from rapportpv.subjects.seance.seance import cle_elu


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each mandataire with more procurations at one question than the limit."""
    appel = read_appel(dossier)
    limite = dossier.reglages.conseil.procurations_par_membre
    for rangs in _group(appel.procurations).values():
        ensemble = max((_at(rang.fenetre.bornes[0], rangs) for rang in rangs), key=len)
        if len(ensemble) > limite:
            yield PV808.at(
                appel.lieu((rang.ligne for rang in ensemble), "mandataire"),
                valeur=ensemble[0].mandataire,
                nombre=len(ensemble),
                limite=limite,
            )


def _group(procurations: tuple[Rang, ...]) -> dict[str, list[Rang]]:
    """The procurations by whom they are given to, one of each member who gives."""
    groupes: dict[str, list[Rang]] = {}
    for rang in procurations:
        if rang.mandataire:
            groupes.setdefault(cle_elu(rang.mandataire), []).append(rang)
    return groupes


def _at(question: int, rangs: list[Rang]) -> list[Rang]:
    """Those that hold at a question, one a member: a row typed twice is told elsewhere."""
    return list({r.elu.cles[0]: r for r in reversed(rangs) if question in r.fenetre}.values())[::-1]


PV808 = Rule(
    "PV808",
    "trop-de-procurations",
    Severite.ERREUR,
    message=(
        "« {valeur} » détient {nombre} procurations à la fois ; la limite est de {limite}. "
        "Corrigez le mandataire de celles qui sont de trop, ou le réglage "
        "procurations_par_membre, sous [conseil]."
    ),
    doc=__doc__,
    check=check,
)
