"""Une formule n’a jamais été calculée.

## Pourquoi c’est gênant
Un classeur fabriqué par un programme contient parfois des formules sans leur résultat. La cellule
se lirait comme vide.

## Exemple fautif
La cellule « L12 » contient « =1200+300 », mais le fichier n’a jamais été enregistré par Excel.

## À écrire plutôt
Ouvrez le classeur dans Excel ou LibreOffice, puis enregistrez-le : les résultats y sont écrits.
"""

from rapportpv.core.anomalie import Rule, Severite

PV110 = Rule(
    "PV110",
    "formule-non-calculee",
    Severite.ERREUR,
    message=(
        "Des formules n’ont jamais été calculées : leur résultat n’est pas dans le "
        "fichier. Ouvrez le classeur dans Excel ou LibreOffice, et enregistrez-le."
    ),
    doc=__doc__,
)
