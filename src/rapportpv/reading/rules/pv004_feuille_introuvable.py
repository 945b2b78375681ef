"""La feuille attendue n’est pas dans le classeur.

## Pourquoi c’est gênant
La feuille est cherchée par son nom, puis par ses en-têtes. Sans elle, rien n’est lu du classeur.

## Exemple fautif
« programmation.xlsx » n’a qu’une feuille, « Notes », sans tableau.

## À écrire plutôt
Une feuille « Programmation », ou toute feuille qui a les en-têtes attendus.
"""

from rapportpv.core.anomalie import Rule, Severite

PV004 = Rule(
    "PV004",
    "feuille-introuvable",
    Severite.ERREUR,
    message=(
        "Aucune feuille ne s’appelle « {feuille} », et aucune n’a ses en-têtes "
        "({attendus}). Feuilles présentes : {presentes}. Renommez la feuille, ou donnez-"
        "lui ces en-têtes."
    ),
    doc=__doc__,
)
