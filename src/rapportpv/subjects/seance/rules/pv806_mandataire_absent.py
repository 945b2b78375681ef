"""Une procuration est donnée à un élu qui n’est pas présent.

## Pourquoi c’est gênant
Un mandataire vote en séance, pour lui et pour celui qu’il représente : absent, il ne peut faire ni
l’un ni l’autre.

## Exemple fautif
Feuille « Séance »

| Nom | Prénom | Qualité | Mandataire | Jusqu’à la question | À partir de la question |
| --- | --- | --- | --- | --- | --- |
| AUBRY | Anne | présent |  |  |  |
| BONNET | Bruno | procuration | COLIN Claire |  |  |
| COLIN | Claire | excusé |  |  |  |

## À écrire plutôt
Feuille « Séance »

| Nom | Prénom | Qualité | Mandataire | Jusqu’à la question | À partir de la question |
| --- | --- | --- | --- | --- | --- |
| AUBRY | Anne | présent |  |  |  |
| BONNET | Bruno | procuration | AUBRY Anne |  |  |
| COLIN | Claire | excusé |  |  |  |
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.subjects.seance.aides import Appel, Rang, read_appel
from rapportpv.subjects.seance.seance import cle_elu


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each procuration given to a member who was never there."""
    appel = read_appel(dossier)
    for rang in appel.procurations:
        raison = _raison(appel, rang)
        if raison:
            lieu = appel.lieu((rang.ligne,), "mandataire")
            yield PV806.at(lieu, valeur=rang.mandataire, elu=rang.elu, raison=raison)


def _raison(appel: Appel, rang: Rang) -> str | None:
    """Why the mandataire cannot vote; None when they can, or when something else is told."""
    cle = cle_elu(rang.mandataire)
    if cle in appel.douteux or cle in rang.elu.cles or appel.find(cle, appel.presents):
        return None
    if appel.find(cle, appel.excuses):
        return "est absent de la séance et excusé"
    return "donne procuration de son côté" if appel.find(cle, appel.procurations) else None


PV806 = Rule(
    "PV806",
    "mandataire-absent",
    Severite.ERREUR,
    message=(
        "« {elu} » donne procuration à « {valeur} », qui {raison}. Corrigez le nom du mandataire, "
        "ou la qualité de ce membre."
    ),
    doc=__doc__,
    check=check,
)
