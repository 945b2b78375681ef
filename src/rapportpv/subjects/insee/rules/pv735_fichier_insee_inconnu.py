"""Un fichier du dossier « insee » n’est pas reconnu.

## Pourquoi c’est gênant
Les fichiers de l’Insee et de l’ANCT se reconnaissent à leurs titres de colonnes, jamais à leur
nom : il faut une colonne de codes (CODGEO, codeQPV, code_qp…) et, en dessous, des codes de
quartiers ou d’intercommunalités. Sans elle, rien de ce fichier n’est dans le rapport.

## Exemple fautif
Le dossier « 2024/insee » contient un tableau refait à la main, avec les noms des quartiers seuls.

## À écrire plutôt
Le fichier tel que l’Insee le publie, sans y toucher ; ou retirez-le du dossier. « docs/insee.md »
dit où les trouver.
"""

from rapportpv.core.anomalie import Rule, Severite

PV735 = Rule(
    "PV735",
    "fichier-insee-inconnu",
    Severite.ALERTE,
    message=(
        "Ce fichier n’est pas reconnu : aucune colonne n’a de codes de quartiers ou "
        "d’intercommunalités. Déposez le fichier tel qu’il est publié, ou retirez-le."
    ),
    doc=__doc__,
)
