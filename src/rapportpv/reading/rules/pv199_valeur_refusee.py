"""Une valeur est refusée, sans raison plus précise.

## Pourquoi c’est gênant
La cellule contient quelque chose que le programme ne sait pas prendre, et pour quoi il n’a pas
encore de page. Signalez-le : cette page devrait exister.

## Exemple fautif
Une cellule de texte qui contient un objet qu’Excel n’affiche pas.

## À écrire plutôt
Retapez la valeur dans la cellule.
"""

from rapportpv.core.anomalie import Rule, Severite

PV199 = Rule(
    "PV199",
    "valeur-refusee",
    Severite.ERREUR,
    message=("« {valeur} » n’est pas acceptée dans la colonne « {colonne} ». Corrigez la cellule."),
    doc=__doc__,
)
