"""Une année passée du projet a des erreurs : ses chiffres ne sont pas repris dans le rapport.

## Pourquoi c’est gênant
Une comparaison avec des chiffres faux serait fausse. L’année reste donc absente de l’évolution et
de « L’année en bref », à moins que « historique.xlsx » ne donne ses chiffres.

## Exemple fautif
Le dossier « 2021 » a une cellule « 12 000 ? » dans sa programmation.

## À écrire plutôt
Ce que « rapportpv check 2021 » demande, jusqu’à ce qu’il ne dise plus d’erreur.
"""

from rapportpv.core.anomalie import Rule, Severite

PV753 = Rule(
    "PV753",
    "annee-passee-fautive",
    Severite.ALERTE,
    message=(
        "L’année {annee} a des erreurs : aucune comparaison n’est faite avec les chiffres de son "
        "dossier. Tapez « rapportpv check {annee} », corrigez-les, puis recommencez."
    ),
    doc=__doc__,
)
