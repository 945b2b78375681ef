"""La feuille attendue est masquée.

## Pourquoi c’est gênant
Une feuille masquée n’est pas lue : souvent, c’est un brouillon ou une ancienne version. Si c’est
la bonne, rien du classeur n’entre dans le rapport.

## Exemple fautif
La feuille « Programmation » de « programmation.xlsx » est masquée, et aucune autre ne la remplace.

## À écrire plutôt
Dans Excel, clic droit sur un onglet, « Afficher… », puis choisissez « Programmation ».
"""

from rapportpv.core.anomalie import Rule, Severite

PV018 = Rule(
    "PV018",
    "feuille-masquee",
    Severite.ERREUR,
    message=(
        "La feuille « {feuille} » est masquée, et une feuille masquée n’est pas lue. Affichez-la "
        "(clic droit sur un onglet, « Afficher… »), puis enregistrez le classeur."
    ),
    doc=__doc__,
)
