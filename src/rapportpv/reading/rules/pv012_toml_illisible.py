"""Le fichier de réglages ne se lit pas.

## Pourquoi c’est gênant
Un guillemet ou un crochet oublié rend tout le fichier illisible.

## Exemple fautif
« sigle = "CA » (il manque un guillemet).

## À écrire plutôt
« sigle = "CA" ».
"""

from rapportpv.core.anomalie import Rule, Severite

PV012 = Rule(
    "PV012",
    "toml-illisible",
    Severite.ERREUR,
    message="Ce fichier ne se lit pas : {raison}. Corrigez-le, puis recommencez.",
    doc=__doc__,
)
