"""Le classeur est ouvert dans Excel.

## Pourquoi c’est gênant
Ce qui est à l’écran n’est pas encore dans le fichier : le rapport donnerait les chiffres d’avant.
Excel laisse à côté d’un classeur ouvert un fichier caché dont le nom commence par « ~$ ».

## Exemple fautif
« ~$programmation.xlsx » est à côté de « programmation.xlsx ».

## À écrire plutôt
Enregistrez et fermez le classeur : le fichier « ~$ » disparaît avec lui.
"""

from rapportpv.core.anomalie import Rule, Severite

PV003 = Rule(
    "PV003",
    "classeur-ouvert",
    Severite.ERREUR,
    message=(
        "Ce classeur est ouvert dans Excel ou LibreOffice : ce qui n’y est pas "
        "enregistré ne serait pas dans le rapport. Enregistrez-le et fermez-le, puis "
        "recommencez (s’il n’est ouvert nulle part, supprimez le fichier "
        "« {verrou} » à côté de lui)."
    ),
    doc=__doc__,
)
