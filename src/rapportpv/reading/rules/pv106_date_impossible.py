"""Une date n’existe pas, ou ne se lit pas.

## Pourquoi c’est gênant
Les délais de la consultation se comptent d’une date à l’autre. Une date d’Excel, « 27/06/2023 »,
« 27 juin 2023 », « 1er juillet 2023 » ou « 2023-06-27 » se lisent ; « fin juin » ou « 31/06/2023 »,
non.

## Exemple fautif
« 31/06/2023 » dans une colonne de dates : juin n’a que 30 jours.

## À écrire plutôt
« 30/06/2023 ».
"""

from rapportpv.core.anomalie import Rule, Severite

PV106 = Rule(
    "PV106",
    "date-impossible",
    Severite.ERREUR,
    message=(
        "« {valeur} » n’est pas une date qui existe, ou qui se lit, dans la colonne "
        "« {colonne} ». Écrivez le jour, le mois et l’année, par exemple 27/06/2023."
    ),
    doc=__doc__,
)
