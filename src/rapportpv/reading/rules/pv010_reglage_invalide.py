"""Un réglage de « rapportpv.toml » ou de « annee.toml » ne convient pas.

## Pourquoi c’est gênant
Les réglages disent quels sont les piliers, les financeurs, la version du document : rien n’est
fait tant qu’ils ne sont pas sûrs.

## Exemple fautif
« version = "brouillon" » dans « annee.toml ».

## À écrire plutôt
« version = "projet" » ou « version = "definitif" ».
"""

from rapportpv.core.anomalie import Rule, Severite

PV010 = Rule(
    "PV010",
    "reglage-invalide",
    Severite.ERREUR,
    message="Ce réglage ne convient pas : {raison}. Corrigez-le dans ce fichier.",
    doc=__doc__,
)
