"""Deux feuilles du classeur peuvent être la bonne.

## Pourquoi c’est gênant
Aucune feuille n’a le nom attendu, et plusieurs ont tous les en-têtes obligatoires et des lignes :
celle d’une autre année ou un brouillon pourrait être lue à la place de la bonne.

## Exemple fautif
« programmation.xlsx » a une feuille « Version de mars » et une feuille « Version de juin », aux
mêmes en-têtes.

## À écrire plutôt
La bonne s’appelle « Programmation » ; l’autre peut rester, sous son nom.
"""

from rapportpv.core.anomalie import Rule, Severite

PV014 = Rule(
    "PV014",
    "deux-feuilles-candidates",
    Severite.ERREUR,
    message=(
        "Aucune feuille ne s’appelle « {feuille} », et plusieurs ont ses en-têtes : {candidates}. "
        "Renommez la bonne en « {feuille} »."
    ),
    doc=__doc__,
)
