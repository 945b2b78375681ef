"""Un élu est présent et donne procuration pour les mêmes questions.

## Pourquoi c’est gênant
Son vote compterait deux fois : le sien, et celui de son mandataire. Un élu qui s’en va pendant la
séance est présent jusqu’à une question, et donne procuration à partir de la suivante.

## Exemple fautif
Feuille « Séance »

| Nom | Prénom | Qualité | Mandataire | Jusqu’à la question | À partir de la question |
| --- | --- | --- | --- | --- | --- |
| AUBRY | Anne | présent |  |  |  |
| BONNET | Bruno | présent |  | 13 |  |
| BONNET | Bruno | procuration | AUBRY Anne |  | 13 |

## À écrire plutôt
Feuille « Séance »

| Nom | Prénom | Qualité | Mandataire | Jusqu’à la question | À partir de la question |
| --- | --- | --- | --- | --- | --- |
| AUBRY | Anne | présent |  |  |  |
| BONNET | Bruno | présent |  | 13 |  |
| BONNET | Bruno | procuration | AUBRY Anne |  | 14 |
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.subjects.seance.aides import Rang, group_elus, read_appel


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each member who was there and represented at the same question."""
    appel = read_appel(dossier)
    for rangs in group_elus(appel.rangs):
        for present in (rang for rang in rangs if rang in appel.presents):
            for donne in (rang for rang in rangs if rang in appel.procurations):
                if present.fenetre.meets(donne.fenetre):
                    colonne, ligne, conseil = _advise(present, donne)
                    yield PV809.at(
                        appel.lieu((ligne,), colonne),
                        valeur=str(donne.elu),
                        suggestion=conseil,
                        presence=str(present.fenetre) or "toute la séance",
                        donnee=str(donne.fenetre) or "pour toute la séance",
                    )


def _advise(present: Rang, donne: Rang) -> tuple[str, int, str | None]:
    """The column and the row to correct, and what to type there when it is plain."""
    if present.fenetre.derniere is not None and present.fenetre.premiere is None:
        return "a_partir_de_la_question", donne.ligne, _write(present.fenetre.derniere)
    if donne.fenetre.derniere is not None and donne.fenetre.premiere is None:
        return "a_partir_de_la_question", present.ligne, _write(donne.fenetre.derniere)
    return "qualite", donne.ligne, None


def _write(derniere: int) -> str:
    return f"Écrivez « {derniere + 1} »."


PV809 = Rule(
    "PV809",
    "present-et-represente",
    Severite.ERREUR,
    message=(
        "« {valeur} » est présent {presence} et donne procuration {donnee}. Corrigez l’une des "
        "deux lignes."
    ),
    doc=__doc__,
    check=check,
)
