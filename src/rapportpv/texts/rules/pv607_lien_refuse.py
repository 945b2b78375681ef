"""Un lien mène à autre chose qu’une page, une adresse de messagerie ou un téléphone.

## Pourquoi c’est gênant
Un lien vers un fichier d’un ordinateur ne mène nulle part chez celui qui lit le rapport, et un lien
qui lance un programme est dangereux. Une adresse sans « https:// » n’est pas comprise non plus.

## Exemple fautif
`[le bilan](file:///C:/Bilans/2022.xlsx)` ou `[le site](www.exemple.fr)`

## À écrire plutôt
`[le site](https://www.exemple.fr)`
"""

from rapportpv.core.anomalie import Rule, Severite

PV607 = Rule(
    "PV607",
    "lien-refuse",
    Severite.ERREUR,
    message=(
        "Le lien vers « {valeur} » ne peut pas entrer dans le rapport. Écrivez une adresse qui "
        "commence par « https:// », « http:// », « mailto: » ou « tel: »."
    ),
    doc=__doc__,
)
