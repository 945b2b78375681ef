"""Une ligne barrée a des montants.

## Pourquoi c’est gênant
Barrer une ligne dit à qui la voit qu’elle ne compte plus ; son statut et ses montants, eux, sont
toujours là, et un total les additionne.

## Exemple fautif
La ligne 12, « Chantier jeunes », est barrée ; son statut est « soutenue », et l’ANCT y donne
8 000 €.

## À écrire plutôt
Le statut de l’action est « retirée », et ses montants sont vidés.
"""

from rapportpv.core.anomalie import Rule, Severite

PV119 = Rule(
    "PV119",
    "ligne-barree",
    Severite.ERREUR,
    message=(
        "« {valeur} » est barré, et ses {montants} comptent pourtant. Videz ses montants, "
        "et écrivez dans son statut qu’il est abandonné ; ou ôtez le trait."
    ),
    doc=__doc__,
)
