"""« historique.xlsx » donne deux fois le même chiffre pour la même année.

## Pourquoi c’est gênant
Rien ne dit lequel est le bon, et les additionner compterait deux fois les mêmes crédits.

## Exemple fautif
Une ligne « programmation.total » et, plus bas, une ligne « Programmation : montant total ».

## À écrire plutôt
Une seule ligne par chiffre.
"""

from rapportpv.core.anomalie import Rule, Severite

PV755 = Rule(
    "PV755",
    "historique-en-double",
    Severite.ERREUR,
    message=(
        "« {valeur} » est donné deux fois pour {annee} : ici, et à « {autre} ». "
        "Gardez une seule ligne par chiffre."
    ),
    doc=__doc__,
)
