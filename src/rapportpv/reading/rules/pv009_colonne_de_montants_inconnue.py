"""Une colonne de montants n’est expliquée par rien.

## Pourquoi c’est gênant
Ses montants ne sont dans aucun chiffre : si c’est un financeur, le rapport est faux sans que rien
ne le montre. Une colonne qui compte, qui mesure ou qui additionne les autres se reconnaît à son
nom et à ses nombres, et ne gêne pas.

## Exemple fautif
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT | MILDECA |
| --- | --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 | 3000 |

## À écrire plutôt
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT | Région |
| --- | --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 | 3000 |

Ou bien déclarez le financeur dans rapportpv.toml, bloc [[financeur]] ; ou la colonne sous
« ignorer », bloc [colonnes.programmation], si elle ne compte pas.
"""

from rapportpv.core.anomalie import Rule, Severite

PV009 = Rule(
    "PV009",
    "colonne-de-montants-inconnue",
    Severite.ERREUR,
    message=(
        "{colonne} contient {montants}, et rien ne dit ce que c’est : ils ne sont dans aucun "
        "chiffre{consequence}. Nommez-la, déclarez-la, ou dites qu’elle ne compte pas."
    ),
    doc=__doc__,
)
