"""Le modèle n’est pas un document Word (.docx).

## Pourquoi c’est gênant
Sans modèle, pas de document. Un ancien document .doc, un modèle .odt ou un fichier protégé par
un mot de passe ne se lisent pas, même si leur nom finit par .docx.

## Exemple fautif
modeles/rapport.docx, qui est un ancien document .doc renommé.

## À écrire plutôt
modeles/rapport.docx, enregistré par Word au format « Document Word (*.docx) ».
"""

from rapportpv.core.anomalie import Rule, Severite

PV906 = Rule(
    "PV906",
    "modele-illisible",
    Severite.ERREUR,
    message="Le modèle n’est pas un document Word lisible : {raison}.",
    doc=__doc__,
)
