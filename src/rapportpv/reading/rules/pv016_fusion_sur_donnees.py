"""Des cellules fusionnées cachent à quelle ligne ou à quelle colonne va leur contenu.

## Pourquoi c’est gênant
Excel ne garde que la première cellule d’une fusion. Un montant fusionné sur deux projets n’est
compté que pour le premier ; un texte fusionné sur deux colonnes laisse la seconde vide. Un
titre, un total ou un texte fusionné vers le bas, eux, ne gênent pas.

## Exemple fautif
Les cellules « E5:E6 » de la colonne « ANCT » sont fusionnées : 12 000 € pour deux projets.

## À écrire plutôt
Une cellule par ligne et par colonne : 8 000 € en « E5 », 4 000 € en « E6 ».
"""

from rapportpv.core.anomalie import Rule, Severite

PV016 = Rule(
    "PV016",
    "fusion-sur-donnees",
    Severite.ERREUR,
    message=(
        "Les cellules {plage} sont fusionnées : « {valeur} » y vaut pour plusieurs {quoi}, et ne "
        "serait lu que dans la première. Défusionnez-les, et écrivez dans chaque cellule ce qui "
        "lui revient."
    ),
    doc=__doc__,
)
