"""Du texte du modèle disparaîtrait : il partage le paragraphe d’une balise de paragraphe.

## Pourquoi c’est gênant
Une balise {%p … %} emporte tout son paragraphe, une balise {%tr … %} toute sa ligne de tableau :
c’est ce qui permet de n’y laisser aucun blanc. Le texte écrit à côté serait effacé sans un mot.

## Exemple fautif
{%p if fcs %} Le fonds de cohésion sociale a soutenu {{ fcs.projets }} projets.

## À écrire plutôt
{%p if fcs %}
Le fonds de cohésion sociale a soutenu {{ fcs.projets }} projets.
{%p endif %}
"""

from rapportpv.core.anomalie import Rule, Severite

PV907 = Rule(
    "PV907",
    "modele-texte-efface",
    Severite.ERREUR,
    message="« {valeur} » serait effacé par la balise du même paragraphe.",
    doc=__doc__,
)
