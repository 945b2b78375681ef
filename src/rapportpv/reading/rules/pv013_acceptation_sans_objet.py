"""Une anomalie acceptée dans « rapportpv.toml » n’existe plus.

## Pourquoi c’est gênant
Une acceptation qui ne sert plus pourrait cacher un jour une autre faute. Elle se retire quand la
donnée est corrigée.

## Exemple fautif
Un bloc « [[acceptees]] » accepte PV402 pour « Les Amis – Aide aux devoirs », qui n’est plus en
double.

## À écrire plutôt
Supprimez ce bloc de « rapportpv.toml ».
"""

from rapportpv.core.anomalie import Rule, Severite

PV013 = Rule(
    "PV013",
    "acceptation-sans-objet",
    Severite.ALERTE,
    message=(
        "L’anomalie {code} acceptée pour « {valeur} » n’existe pas ou n’existe plus. Supprimez ce "
        "bloc [[acceptees]], ou corrigez sa clé."
    ),
    doc=__doc__,
)
