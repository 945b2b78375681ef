"""Le modèle Word emploie un nom qui ne désigne rien.

## Pourquoi c’est gênant
À la place du chiffre, il n’y aurait rien : « un montant total de  de dépenses ». Le document
n’est donc pas produit. Les noms des chiffres et des tableaux sont donnés par
`rapportpv show ANNEE`. Un chiffre peut aussi manquer une année, quand son classeur n’est pas
là : le passage se met alors entre {%p if fcs %} et {%p endif %}, chacun seul dans son paragraphe.

## Exemple fautif
La programmation représente {{ programmation.totla }}.

## À écrire plutôt
La programmation représente {{ programmation.total }}.
"""

from rapportpv.core.anomalie import Rule, Severite

PV901 = Rule(
    "PV901",
    "modele-nom-inconnu",
    Severite.ERREUR,
    message="Le modèle emploie le nom « {valeur} », qui ne désigne rien.",
    doc=__doc__,
)
