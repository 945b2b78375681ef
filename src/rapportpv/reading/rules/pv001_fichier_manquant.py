"""Le classeur de la programmation manque.

## Pourquoi c’est gênant
La programmation est le seul classeur obligatoire : tous les montants du rapport en viennent.

## Exemple fautif
Le dossier « 2022 » contient « annee.toml » et « fcs.xlsx », mais pas « programmation.xlsx ».

## À écrire plutôt
Le dossier « 2022 » contient « annee.toml », « fcs.xlsx » et « programmation.xlsx ».
"""

from rapportpv.core.anomalie import Rule, Severite

PV001 = Rule(
    "PV001",
    "fichier-manquant",
    Severite.ERREUR,
    message=(
        "Ce classeur n’est pas dans le dossier de l’année : sans lui il n’y a pas de "
        "rapport. Placez-le dans ce dossier, sous ce nom."
    ),
    doc=__doc__,
)
