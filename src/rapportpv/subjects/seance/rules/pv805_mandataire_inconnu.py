"""Le mandataire d’une procuration n’est pas dans la feuille.

## Pourquoi c’est gênant
Seul un membre présent peut voter pour un autre. C’est souvent une faute de frappe, que la
délibération imprimerait.

## Exemple fautif
Feuille « Séance »

| Nom | Prénom | Qualité | Mandataire | Jusqu’à la question | À partir de la question |
| --- | --- | --- | --- | --- | --- |
| AUBRY | Anne | présent |  |  |  |
| BONNET | Bruno | procuration | AUBRI Anne |  |  |

## À écrire plutôt
Feuille « Séance »

| Nom | Prénom | Qualité | Mandataire | Jusqu’à la question | À partir de la question |
| --- | --- | --- | --- | --- | --- |
| AUBRY | Anne | présent |  |  |  |
| BONNET | Bruno | procuration | AUBRY Anne |  |  |
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.subjects.seance.aides import read_appel
from rapportpv.subjects.seance.seance import cle_elu


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each procuration given to somebody who has no row."""
    appel = read_appel(dossier)
    for rang in appel.procurations:
        nom = rang.mandataire
        if nom and cle_elu(nom) not in appel.douteux and not appel.find(nom, appel.rangs):
            yield PV805.at(
                appel.lieu((rang.ligne,), "mandataire"),
                valeur=nom,
                suggestion=appel.suggest(nom),
                elu=rang.elu,
            )


PV805 = Rule(
    "PV805",
    "mandataire-inconnu",
    Severite.ERREUR,
    message=(
        "Mandataire inconnu : « {valeur} », à qui « {elu} » donne procuration, n’est pas dans la "
        "feuille. Corrigez le nom, ou ajoutez la ligne de ce membre."
    ),
    doc=__doc__,
    check=check,
)
