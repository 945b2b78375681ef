"""Le modèle insère un texte, une image ou un dessin là où il ne tient pas.

## Pourquoi c’est gênant
Un texte a des paragraphes, des listes, des images : il prend la place du paragraphe entier où son
nom est écrit. À côté d’autres mots, dans un en-tête ou dans une zone de texte, il ne tient pas.

## Exemple fautif
L’évolution de la situation : {{ textes.evolution }}

## À écrire plutôt
L’évolution de la situation :
{{ textes.evolution }}
"""

from rapportpv.core.anomalie import Rule, Severite

PV908 = Rule(
    "PV908",
    "modele-insertion-mal-placee",
    Severite.ERREUR,
    message="Le modèle insère « {valeur} » : {raison}.",
    doc=__doc__,
)
