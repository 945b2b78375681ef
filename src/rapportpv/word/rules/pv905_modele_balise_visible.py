"""Une balise du modèle Word est incomplète : elle s’imprimerait telle quelle.

## Pourquoi c’est gênant
Une accolade oubliée ne déclenche aucune erreur : le lecteur du rapport verrait
« { programmation.total }} » au lieu du montant.

## Exemple fautif
Un montant total de { programmation.total }}.

## À écrire plutôt
Un montant total de {{ programmation.total }}.
"""

from rapportpv.core.anomalie import Rule, Severite

PV905 = Rule(
    "PV905",
    "modele-balise-visible",
    Severite.ERREUR,
    message="« {valeur} » s’imprimerait tel quel : la balise est incomplète.",
    doc=__doc__,
)
