"""Une image n’a pas de texte qui dise ce qu’elle montre.

## Pourquoi c’est gênant
Un rapport public doit pouvoir être lu par tous : à la place d’une image, un lecteur d’écran dit son
texte alternatif.

## Exemple fautif
Dans un texte : `![](../images/piscine.jpg)` ; dans un en-tête, « photo : piscine.jpg » sans
« alt » ni « légende » ; dans Word, une image sans texte de remplacement.

## À écrire plutôt
`![Des enfants apprennent à nager dans un bassin](../images/piscine.jpg)`
"""

from rapportpv.core.anomalie import Rule, Severite

PV605 = Rule(
    "PV605",
    "image-sans-texte-alternatif",
    Severite.ALERTE,
    message=(
        "L’image « {valeur} » n’a pas de texte alternatif. Écrivez en quelques mots ce qu’elle "
        "montre, {ou}."
    ),
    doc=__doc__,
)
