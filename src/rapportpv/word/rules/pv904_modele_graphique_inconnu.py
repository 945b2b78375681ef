"""Un graphique du modèle ne correspond à aucun tableau.

## Pourquoi c’est gênant
Un graphique du modèle porte le nom d’un tableau (dans Word : volet Sélection), et chacune de ses
séries l’en-tête d’une colonne. C’est ainsi qu’il reçoit les valeurs de l’année. Sans cela, il
garderait les valeurs d’exemple du modèle, que rien ne distinguerait de vrais chiffres.

## Exemple fautif
Un graphique nommé « Graphique 1 ».

## À écrire plutôt
Un graphique nommé « par_pilier », dont la série s’appelle « Montant ».
"""

from rapportpv.core.anomalie import Rule, Severite

PV904 = Rule(
    "PV904",
    "modele-graphique-inconnu",
    Severite.ERREUR,
    message="Le graphique « {valeur} » ne peut pas être rempli : {raison}.",
    doc=__doc__,
)
