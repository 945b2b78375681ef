"""Une cellule obligatoire est vide.

## Pourquoi c’est gênant
Sans elle, la ligne ne trouve pas sa place dans le rapport.

## Exemple fautif
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis |  | soutenue | 12000 |

## À écrire plutôt
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 |
"""

from rapportpv.core.anomalie import Rule, Severite

PV102 = Rule(
    "PV102",
    "cellule-vide",
    Severite.ERREUR,
    message=(
        "La cellule est vide, alors que la colonne « {colonne} » doit être remplie "
        "sur chaque ligne. Remplissez-la."
    ),
    doc=__doc__,
)
