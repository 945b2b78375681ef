"""Un texte montre une image qui est hors du dossier du projet.

## Pourquoi c’est gênant
Le projet se copie, s’envoie et se garde d’une année sur l’autre : tout ce qui fait le rapport doit
y être. Un chemin qui sort du projet, une adresse sur internet ou un raccourci vers un autre dossier
ne sont donc pas suivis.

## Exemple fautif
Dans « 2022/textes/focus-1-piscine.md » : `![Des enfants dans l’eau](C:/Photos/piscine.jpg)`

## À écrire plutôt
La photo est copiée dans « 2022/images », et le texte dit :
`![Des enfants dans l’eau](../images/piscine.jpg)`
"""

from rapportpv.core.anomalie import Rule, Severite

PV602 = Rule(
    "PV602",
    "image-hors-du-projet",
    Severite.ERREUR,
    message=(
        "L’image « {valeur} » est hors du dossier du projet, et rien n’y est lu. Copiez-la dans "
        "« {dossier} », puis écrivez « ../images/ » et son nom."
    ),
    doc=__doc__,
)
