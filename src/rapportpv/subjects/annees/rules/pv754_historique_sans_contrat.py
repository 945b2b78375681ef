"""Une colonne de « historique.xlsx » est d’une année qu’aucun contrat des réglages ne couvre.

## Pourquoi c’est gênant
Les piliers d’une année sont ceux de son contrat, et deux années se comparent sous un même contrat.
Sans lui, la colonne est laissée de côté.

## Exemple fautif
« historique.xlsx » a une colonne 2014 ; le premier contrat de « rapportpv.toml » est de 2015.

## À écrire plutôt
Un bloc [[contrat]] de plus dans « rapportpv.toml », avec ses piliers ; ou le classeur sans l’année.
"""

from rapportpv.core.anomalie import Rule, Severite

PV754 = Rule(
    "PV754",
    "historique-sans-contrat",
    Severite.ALERTE,
    message=(
        "L’année « {valeur} » n’est couverte par aucun contrat de « rapportpv.toml » : ses "
        "chiffres sont laissés de côté. Ajoutez-y le contrat, ou retirez la colonne."
    ),
    doc=__doc__,
)
