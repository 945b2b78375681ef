"""Une ligne du modèle montre un tableau ou une colonne qui n’existe pas.

## Pourquoi c’est gênant
Un tableau du modèle a une ligne type, dont chaque cellule nomme une colonne d’un même tableau ;
elle est répétée autant de fois que le tableau a de lignes. Si le tableau ou la colonne n’existe
pas, si deux tableaux se mêlent dans une ligne, ou si la colonne est nommée hors d’un tableau,
rien ne dit quoi répéter. Un tableau peut aussi manquer une année : il se met alors entre
{%p if tableaux.par_pilier %} et {%p endif %}.

## Exemple fautif
| Pilier                           | Montant                           |
| -------------------------------- | --------------------------------- |
| {{ tableaux.par_pilier.pilier }} | {{ tableaux.par_pilier.montnat }} |

## À écrire plutôt
| Pilier                           | Montant                           |
| -------------------------------- | --------------------------------- |
| {{ tableaux.par_pilier.pilier }} | {{ tableaux.par_pilier.montant }} |
"""

from rapportpv.core.anomalie import Rule, Severite

PV903 = Rule(
    "PV903",
    "modele-tableau-inconnu",
    Severite.ERREUR,
    message="Le modèle montre « {valeur} » : {raison}.",
    doc=__doc__,
)
