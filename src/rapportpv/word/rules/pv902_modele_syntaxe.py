"""Une balise du modèle Word ne peut pas être comprise.

## Pourquoi c’est gênant
Les balises suivent une syntaxe stricte : {{ un.nom }} affiche une valeur, {% if … %} et
{% endif %} vont par deux, et les filtres s’écrivent après une barre. Une seule balise mal formée
arrête la lecture de la partie qui la contient : le document n’est pas produit.

## Exemple fautif
{% if fcs %}Une enveloppe de {{ fcs.total }} a été attribuée.

## À écrire plutôt
{% if fcs %}Une enveloppe de {{ fcs.total }} a été attribuée.{% endif %}
"""

from rapportpv.core.anomalie import Rule, Severite

PV902 = Rule(
    "PV902",
    "modele-syntaxe",
    Severite.ERREUR,
    message="Une balise du modèle n’est pas comprise : {raison}.",
    doc=__doc__,
)
