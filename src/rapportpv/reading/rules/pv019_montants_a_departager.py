"""Plusieurs colonnes peuvent être celle d’un même financeur.

## Pourquoi c’est gênant
Le rapport ne compte que ce qui est accordé, pour l’année. Quand l’en-tête ne dit pas laquelle des
colonnes le contient, ou ne parle que de ce qui est demandé, versé, ou d’une autre année, deux
totaux sont possibles.

## Exemple fautif
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT demandé | Région |
| --- | --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 | 3000 |

## À écrire plutôt
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT demandé | ANCT accordé | Région |
| --- | --- | --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 | 9000 | 3000 |
"""

from rapportpv.core.anomalie import Rule, Severite

PV019 = Rule(
    "PV019",
    "montants-a-departager",
    Severite.ERREUR,
    message=(
        "{constat} : {figures}. Seul compte ce qui est accordé cette année, et rien ne dit "
        "où c’est."
    ),
    doc=__doc__,
)
