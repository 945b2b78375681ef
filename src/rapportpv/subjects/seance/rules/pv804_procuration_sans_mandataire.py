"""Une procuration ne dit pas à qui elle est donnée.

## Pourquoi c’est gênant
La délibération écrit « X donne procuration à Y » : sans mandataire, personne ne vote pour l’absent.

## Exemple fautif
Feuille « Séance »

| Nom | Prénom | Qualité | Mandataire | Jusqu’à la question | À partir de la question |
| --- | --- | --- | --- | --- | --- |
| AUBRY | Anne | présent |  |  |  |
| BONNET | Bruno | procuration |  |  |  |

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
from rapportpv.subjects.seance.aides import Rang, read_appel
from rapportpv.subjects.seance.seance import cle_elu


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each procuration given to nobody, or to oneself."""
    appel = read_appel(dossier)
    for rang in appel.procurations:
        if raison := _raison(rang):
            lieu = appel.lieu((rang.ligne,), "mandataire")
            yield PV804.at(lieu, valeur=str(rang.elu), raison=raison)


def _raison(rang: Rang) -> str | None:
    if not rang.mandataire:
        return "la colonne du mandataire est vide"
    return "c’est à soi-même" if cle_elu(rang.mandataire) in rang.elu.cles else None


PV804 = Rule(
    "PV804",
    "procuration-sans-mandataire",
    Severite.ERREUR,
    message=(
        "« {valeur} » donne procuration, et {raison}. Écrivez le nom du mandataire, ou corrigez la "
        "qualité."
    ),
    doc=__doc__,
    check=check,
)
