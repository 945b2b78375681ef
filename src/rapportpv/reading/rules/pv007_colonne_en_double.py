"""Deux colonnes disent la même chose.

## Pourquoi c’est gênant
Rien ne dit laquelle des deux est la bonne.

## Exemple fautif
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT | anct |
| --- | --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 | 12000 |

## À écrire plutôt
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 |
"""

from rapportpv.core.anomalie import Rule, Severite

PV007 = Rule(
    "PV007",
    "colonne-en-double",
    Severite.ERREUR,
    message=(
        "La colonne « {colonne} » est là plusieurs fois ({lus}). Gardez-en une, ou "
        "renommez l’autre."
    ),
    doc=__doc__,
)
