"""Un texte contient des caractères invisibles.

## Pourquoi c’est gênant
Collés depuis Word, un site ou un PDF, ils ne se voient pas dans la cellule, mais deux mots qui
semblent pareils ne le sont plus : un filtre ou une recherche d’Excel ne les trouve pas. Le rapport
les écarte ; le classeur les garde.

## Exemple fautif
Entre « Aide » et « aux », la cellule a un saut de ligne de Word, qu’Excel ne montre pas et qu’il
enregistre sous la forme « _x000B_ ».

| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide_x000B_aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 |

## À écrire plutôt
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 |
"""

from rapportpv.core.anomalie import Rule, Severite

PV107 = Rule(
    "PV107",
    "caracteres-de-controle",
    Severite.ALERTE,
    message=(
        "« {valeur} » contient des caractères invisibles (entre ‹ ›) dans la colonne "
        "« {colonne} ». Retapez le texte au lieu de le coller."
    ),
    doc=__doc__,
)
