"""Un texte Word contient des macros.

## Pourquoi c’est gênant
Une macro est un programme : rien de tel n’a à se trouver dans les textes d’un rapport, et un
fichier qui en cache une sous un nom en .docx est suspect.

## Exemple fautif
« 2022/textes/evolution.docm », ou un .docx qui contient un projet de macros.

## À écrire plutôt
« 2022/textes/evolution.docx », enregistré par Word au format « Document Word (.docx) ».
"""

from rapportpv.core.anomalie import Rule, Severite

PV609 = Rule(
    "PV609",
    "texte-avec-macros",
    Severite.ERREUR,
    message=(
        "Ce texte contient des macros, et n’est pas lu. Enregistrez-le, dans Word, au format "
        "« Document Word (.docx) »."
    ),
    doc=__doc__,
)
