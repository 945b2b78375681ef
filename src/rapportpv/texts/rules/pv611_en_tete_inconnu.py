"""L’en-tête d’un texte a une ligne que le rapport ne connaît pas.

## Pourquoi c’est gênant
Ce qu’elle dit serait absent du rapport : une faute de frappe y fait perdre un titre ou une photo.

## Exemple fautif
`tirte : J’apprends à nager`, entre les deux lignes `---` du début d’un texte.

## À écrire plutôt
`titre : J’apprends à nager`
"""

from rapportpv.core.anomalie import Rule, Severite

PV611 = Rule(
    "PV611",
    "en-tete-inconnu",
    Severite.ALERTE,
    message=(
        "« {valeur} » n’est pas une ligne d’en-tête connue. Écrivez l’une de celles-ci : {connues}."
    ),
    doc=__doc__,
)
