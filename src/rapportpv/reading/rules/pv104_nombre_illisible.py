"""Un nombre ne se lit pas.

## Pourquoi c’est gênant
Une population ou un nombre de postes est un nombre entier, écrit en chiffres et sans unité.

## Exemple fautif
Feuille « Quartiers »

| Nom | Commune(s) | Type | Population |
| --- | --- | --- | --- |
| Les Tilleuls | Valmont | QPV | environ 2000 |

## À écrire plutôt
Feuille « Quartiers »

| Nom | Commune(s) | Type | Population |
| --- | --- | --- | --- |
| Les Tilleuls | Valmont | QPV | 2 000 |
"""

from rapportpv.core.anomalie import Rule, Severite

PV104 = Rule(
    "PV104",
    "nombre-illisible",
    Severite.ERREUR,
    message=(
        "« {valeur} » ne se lit pas comme un nombre entier dans la colonne "
        "« {colonne} ». Écrivez par exemple 2 450."
    ),
    doc=__doc__,
)
