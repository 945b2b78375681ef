"""Aucun contrat de ville ne couvre l’année demandée.

## Pourquoi c’est gênant
Les piliers dépendent du contrat en vigueur : sans contrat, il n’y a pas de piliers.

## Exemple fautif
Le seul contrat va de 2015 à 2023, et l’année demandée est 2024.

## À écrire plutôt
Un second bloc « [[contrat]] » avec « debut = 2024 » et « fin = 2030 ».
"""

from rapportpv.core.anomalie import Rule, Severite

PV011 = Rule(
    "PV011",
    "annee-sans-contrat",
    Severite.ERREUR,
    message=(
        "Aucun contrat ne couvre {annee}. Ajoutez un bloc [[contrat]] dont "
        "« debut » et « fin » encadrent cette année, ou corrigez ces "
        "dates."
    ),
    doc=__doc__,
)
