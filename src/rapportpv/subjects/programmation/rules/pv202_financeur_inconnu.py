"""Le financeur n’est pas dans la liste des financeurs.

## Pourquoi c’est gênant
Son montant n’apparaîtrait dans aucun tableau par financeur. (Ne concerne que les feuilles à une
ligne par subvention.)

## Exemple fautif
| Intitulé de l’action | Opérateur | Pilier | Statut | Financeur | Montant |
| --- | --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | Regoin | 3000 |

## À écrire plutôt
| Intitulé de l’action | Opérateur | Pilier | Statut | Financeur | Montant |
| --- | --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | Région | 3000 |
"""

from collections.abc import Iterator

from msgspec.structs import replace

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.reading.references import check_reference


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each grant's financeur that the settings do not know."""
    subventions = dossier.programmation.subventions
    feuille = replace(dossier.programmation.feuille, frame=subventions)
    return check_reference(PV202, feuille, "financeur", dossier.reglages.financeurs)


PV202 = Rule(
    "PV202",
    "financeur-inconnu",
    Severite.ERREUR,
    message=(
        "Financeur inconnu : « {valeur} ». Financeurs déclarés : "
        "{connus}. Corrigez la cellule, ou déclarez-le dans rapportpv.toml, bloc "
        "[[financeur]]."
    ),
    doc=__doc__,
    check=check,
)
