"""Un texte montre une image qui n’est pas là.

## Pourquoi c’est gênant
Le rapport aurait une légende sans photo. Le nom d’une image s’écrit comme celui du fichier, avec
son extension, ses accents et ses majuscules ; son chemin part du dossier du texte, ou de celui de
l’année.

## Exemple fautif
Dans « 2022/textes/focus-1-piscine.md » : `![Des enfants dans l’eau](../images/picsine.jpg)`,
alors que le dossier « 2022/images » contient « piscine.jpg ».

## À écrire plutôt
`![Des enfants dans l’eau](../images/piscine.jpg)`
"""

from rapportpv.core.anomalie import Rule, Severite

PV601 = Rule(
    "PV601",
    "image-introuvable",
    Severite.ERREUR,
    message=(
        "L’image « {valeur} » n’est pas dans le projet. Déposez-la dans « {dossier} », ou "
        "corrigez son nom."
    ),
    doc=__doc__,
)
