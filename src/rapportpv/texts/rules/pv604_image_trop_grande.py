"""Une image est démesurée.

## Pourquoi c’est gênant
Une image de plus de 40 millions de pixels ou de plus de 20 Mo rend le rapport impossible à envoyer
ou à ouvrir. À l’impression, 2 000 pixels de large suffisent à une page.

## Exemple fautif
« 2022/images/carte.png » fait 20 000 pixels sur 10 000.

## À écrire plutôt
La même image, réduite à 2 000 pixels de large.
"""

from rapportpv.core.anomalie import Rule, Severite

PV604 = Rule(
    "PV604",
    "image-trop-grande",
    Severite.ERREUR,
    message=(
        "L’image « {valeur} » est trop grande ({taille}) : 40 millions de pixels et 20 Mo au "
        "plus. Réduisez-la dans un logiciel de photo : 2 000 pixels de large suffisent à une "
        "page."
    ),
    doc=__doc__,
)
