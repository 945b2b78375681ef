"""La cotation d’une action pour l’égalité n’est pas dans la grille.

## Pourquoi c’est gênant
Le budget intégrant l’égalité répartit les crédits d’après cette cotation : celle-ci irait avec les
actions « non cotées ». La grille est dans rapportpv.toml ([[egalite]]) ; sans elle, c’est celle de
l’OCDE : G0, G1, G2.

## Exemple fautif
| Intitulé de l’action | Opérateur | Pilier | Statut | Égalité | ANCT |
| --- | --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | G7 | 12000 |

## À écrire plutôt
| Intitulé de l’action | Opérateur | Pilier | Statut | Égalité | ANCT |
| --- | --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | G2 | 12000 |
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.reading.references import check_reference


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each word of the column that the grid does not have."""
    feuille = dossier.programmation.feuille
    return check_reference(PV768, feuille, "egalite", dossier.reglages.cotations)


PV768 = Rule(
    "PV768",
    "cotation-inconnue",
    Severite.ALERTE,
    message=(
        "« {valeur} » n’est pas une cotation de la grille. Écrivez l’une de celles-ci : {connus} ; "
        "ou déclarez-la dans rapportpv.toml, bloc [[egalite]]."
    ),
    doc=__doc__,
    check=check,
)
