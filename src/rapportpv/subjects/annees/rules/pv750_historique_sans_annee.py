"""« historique.xlsx » n’a pas de tableau dont les colonnes soient des années.

## Pourquoi c’est gênant
Ce classeur donne les chiffres des années d’avant : une ligne par chiffre, une colonne par année.
Sans ligne d’en-têtes où lire les années, aucun de ses chiffres n’est repris.

## Exemple fautif
Les en-têtes sont « Chiffre », « Il y a deux ans », « L’an dernier ».

## À écrire plutôt
Les en-têtes « Chiffre », « 2021 », « 2022 » : l’année seule, une fois chacune, à droite des noms.
"""

from rapportpv.core.anomalie import Rule, Severite

PV750 = Rule(
    "PV750",
    "historique-sans-annee",
    Severite.ERREUR,
    message=(
        "Aucune feuille n’a de ligne d’en-têtes avec des années à droite d’une colonne de noms. "
        "Mettez une année par colonne (2021, 2022…), chacune une fois."
    ),
    doc=__doc__,
)
