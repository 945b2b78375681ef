"""Un fichier au nom voisin n’est pas lu.

## Pourquoi c’est gênant
Chaque classeur est cherché par son nom. Une copie (« fcs (1).xlsx », « Copie de fcs.xlsx »), une
année dans le nom (« FCS 2024.xlsx ») ou une faute de frappe, et le fichier n’est pas lu : sa partie
manque au rapport, ou ce qu’un collègue y a écrit.

## Exemple fautif
Le dossier « 2022 » contient « fcs (1).xlsx », et pas « fcs.xlsx ».

## À écrire plutôt
Le dossier « 2022 » contient « fcs.xlsx ». Majuscules et accents ne comptent pas.
"""

from rapportpv.core.anomalie import Rule, Severite

PV024 = Rule(
    "PV024",
    "fichier-au-nom-voisin",
    Severite.ALERTE,
    message="Ce fichier n’est pas lu : « {attendu} » {constat}.",
    doc=__doc__,
)
