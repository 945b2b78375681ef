"""Une procuration court encore quand son mandataire n’est plus, ou pas encore, en séance.

## Pourquoi c’est gênant
Personne ne vote pour le mandant aux questions où son mandataire est absent : les deux lignes de la
délibération se contredisent.

## Exemple fautif
Feuille « Séance »

| Nom | Prénom | Qualité | Mandataire | Jusqu’à la question | À partir de la question |
| --- | --- | --- | --- | --- | --- |
| AUBRY | Anne | présent |  | 21 |  |
| BONNET | Bruno | procuration | AUBRY Anne |  |  |

## À écrire plutôt
Feuille « Séance »

| Nom | Prénom | Qualité | Mandataire | Jusqu’à la question | À partir de la question |
| --- | --- | --- | --- | --- | --- |
| AUBRY | Anne | présent |  | 21 |  |
| BONNET | Bruno | procuration | AUBRY Anne | 21 |  |
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.subjects.seance.aides import covers, read_appel
from rapportpv.subjects.seance.seance import Fenetre


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each procuration for questions at which its mandataire was not there."""
    appel = read_appel(dossier)
    for rang in appel.procurations:
        presences = [r.fenetre for r in appel.find(rang.mandataire, appel.presents)]
        if not presences or covers(presences, rang.fenetre):
            continue
        colonne, conseil = _advise(rang.fenetre, presences)
        yield PV807.at(
            appel.lieu((rang.ligne,), colonne),
            valeur=rang.mandataire,
            suggestion=conseil,
            elu=rang.elu,
            donnee=str(rang.fenetre) or "pour toute la séance",
            presence=f"que {' et '.join(str(fenetre) for fenetre in presences)}",
        )


def _advise(donnee: Fenetre, presences: list[Fenetre]) -> tuple[str, str | None]:
    """The column to correct, and what to type there when it is plain."""
    presence = presences[0]
    if len(presences) > 1 or not presence.meets(donnee):
        return "mandataire", None
    if presence.bornes[1] < donnee.bornes[1]:
        return "jusqu_a_la_question", _write(presence.derniere)
    return "a_partir_de_la_question", _write(presence.premiere)


def _write(question: int | None) -> str:
    return f"Écrivez « {question} »."


PV807 = Rule(
    "PV807",
    "mandataire-parti",
    Severite.ERREUR,
    message=(
        "« {elu} » donne procuration à « {valeur} » {donnee}, et ce membre n’est présent "
        "{presence}. Corrigez l’une des deux lignes."
    ),
    doc=__doc__,
    check=check,
)
