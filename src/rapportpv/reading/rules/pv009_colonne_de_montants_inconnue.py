"""Une colonne de montants porte un nom mal écrit.

## Pourquoi c’est gênant
Ses montants ne seraient dans aucun total : le rapport serait faux sans que rien ne le montre.

## Exemple fautif
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT | Regoin |
| --- | --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 | 3000 |

## À écrire plutôt
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT | Région |
| --- | --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 | 3000 |
"""

from rapportpv.core.anomalie import Rule, Severite

PV009 = Rule(
    "PV009",
    "colonne-de-montants-inconnue",
    Severite.ERREUR,
    message=(
        "La colonne « {valeur} » contient des montants et son nom n’est pas "
        "reconnu : ces montants manqueraient au rapport. Corrigez l’en-tête, ou "
        "déclarez-le dans rapportpv.toml (bloc [[financeur]], alias)."
    ),
    doc=__doc__,
)
