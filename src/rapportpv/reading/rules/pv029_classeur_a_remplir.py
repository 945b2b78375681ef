"""Un classeur est là, et rien n’y est encore écrit.

## Pourquoi c’est gênant
« rapportpv init » pose des classeurs vides, à remplir. Tant qu’ils le sont, leur partie du rapport
est laissée de côté, comme s’ils n’étaient pas là. Un classeur qui ne sert pas s’efface.

## Exemple fautif
« 2024/consultation.xlsx » n’a que ses titres de colonnes.

## À écrire plutôt
Une ligne par instance consultée ; ou pas de fichier « consultation.xlsx ».
"""

from rapportpv.core.anomalie import Rule, Severite

PV029 = Rule(
    "PV029",
    "classeur-a-remplir",
    Severite.INFO,
    message="{quoi}. Remplissez le classeur, ou effacez-le s’il ne sert pas.",
    doc=__doc__,
    fichiers=(
        "{nombre} classeurs n’ont encore aucune ligne : {noms}. Remplissez-les, ou effacez ceux "
        "qui ne servent pas."
    ),
)
