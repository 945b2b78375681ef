"""Le format des cellules montre un autre nombre que celui qu’elles contiennent.

## Pourquoi c’est gênant
Avec le format « 0" 000 €" », on tape 10 et on lit « 10 000 € » ; avec un format en pourcentage,
0,5 se lit « 50 % ». Le rapport, lui, lit ce que la cellule contient : le total serait faux sans
que la feuille le montre.

## Exemple fautif
La cellule K12 contient 10, et son format montre « 10 000 € ».

## À écrire plutôt
La cellule contient 10000, avec un format de nombre ordinaire.
"""

from rapportpv.core.anomalie import Rule, Severite

PV025 = Rule(
    "PV025",
    "format-qui-change-le-nombre",
    Severite.ERREUR,
    message=(
        "Le format « {valeur} » montre d’autres montants que ceux que les cellules contiennent : "
        "{lus} en tout dans le fichier, {montres} à l’écran. Donnez à ces cellules un format de "
        "nombre ordinaire, et écrivez les montants en euros, en entier."
    ),
    doc=__doc__,
)
