"""Rien ne dit de quelle année sont les valeurs d’un fichier de l’Insee.

## Pourquoi c’est gênant
L’année du nom d’un fichier est celle de sa publication, pas celle des données : « REVN_2023 »
donnait des revenus de 2019. Quand les titres de colonnes ne la disent pas, le rapport imprime les
valeurs sans année, et ne les compare à rien.

## Exemple fautif
Le dossier « 2024/insee » contient « DEMO_2023.csv », et annee.toml n’a pas de bloc
[insee.annees].

## À écrire plutôt
Dans « 2024/annee.toml », l’année des données, que donne la documentation du fichier :
[insee.annees], puis une ligne : le nom du fichier entre guillemets droits, un signe égal, et 2020.
"""

from rapportpv.core.anomalie import Rule, Severite

PV738 = Rule(
    "PV738",
    "millesime-inconnu",
    Severite.INFO,
    message=(
        "Rien ne dit l’année des données de « {valeur} ». Écrivez-la dans annee.toml, sous "
        "[insee.annees] : le nom du fichier, un signe égal, l’année."
    ),
    doc=__doc__,
)
