"""Deux fichiers de l’Insee donnent deux valeurs du même indicateur.

## Pourquoi c’est gênant
Pour un même lieu et une même année, il n’y a qu’une valeur publiée : l’un des deux fichiers est
d’une autre année, ou a été modifié. Le rapport n’imprime ni l’une ni l’autre.

## Exemple fautif
« REVN_2022.csv » et « REVN_2023.csv », sans année dite, donnent 38,4 % et 41,0 % au même
quartier.

## À écrire plutôt
Un seul des deux fichiers, ou l’année de chacun dans annee.toml, bloc [insee.annees].
"""

from rapportpv.core.anomalie import Rule, Severite

PV740 = Rule(
    "PV740",
    "indicateur-en-double",
    Severite.ALERTE,
    message=(
        "{indicateur} : {valeur} ici, {autre} ailleurs. Ni l’une ni l’autre n’est imprimée. Gardez "
        "un seul fichier, ou dites leurs années dans annee.toml, bloc [insee.annees]."
    ),
    doc=__doc__,
)
