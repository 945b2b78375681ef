"""Les valeurs d’un fichier de l’Insee sont anciennes.

## Pourquoi c’est gênant
Un rapport dit la situation des quartiers pendant l’année. Des valeurs de plus de six ans avant
elle n’en parlent plus ; elles sont imprimées avec leur année.

## Exemple fautif
Le rapport 2024 a, dans « insee », un fichier dont les colonnes finissent par _A15 : des revenus
de 2015.

## À écrire plutôt
Le fichier le plus récent que l’Insee publie pour ces quartiers.
"""

from rapportpv.core.anomalie import Rule, Severite

ANCIEN = 6
"""Years between the data and the report beyond which they tell little."""

PV737 = Rule(
    "PV737",
    "millesime-ancien",
    Severite.ALERTE,
    message=(
        "Ces valeurs sont de {valeur} : c’est loin de {annee}. Déposez un fichier plus récent, "
        "s’il y en a un."
    ),
    doc=__doc__,
)
