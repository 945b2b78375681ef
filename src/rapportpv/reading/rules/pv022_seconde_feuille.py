"""Une autre feuille du classeur a les en-têtes de celle qui est lue.

## Pourquoi c’est gênant
Une seule feuille est lue. Si l’autre est un second appel à projets, ses montants manquent au
rapport ; si c’est une copie ou un état plus ancien, rien ne dit laquelle des deux est à jour.

## Exemple fautif
« programmation.xlsx » a une feuille « Programmation » et une feuille « 2e appel », aux mêmes
en-têtes.

## À écrire plutôt
Les lignes du second appel sont sous celles du premier, dans « Programmation ». Une feuille qui ne
compte pas est nommée dans rapportpv.toml : bloc [feuilles], clé « ignorer ».
"""

from rapportpv.core.anomalie import Rule, Severite

PV022 = Rule(
    "PV022",
    "seconde-feuille",
    Severite.ERREUR,
    message=(
        "La feuille « {valeur} » a les mêmes en-têtes que « {lue} », qui est lue seule : {sienne} "
        "dans l’une, {autre} dans l’autre. Réunissez leurs lignes dans une seule feuille, "
        "« {lue} », si elle compte aussi ; sinon, supprimez-la, ou nommez-la dans rapportpv.toml."
    ),
    doc=__doc__,
)
