"""Un texte contient du HTML.

## Pourquoi c’est gênant
Le rapport est un document Word : une balise HTML n’y a pas de sens, et un script n’a rien à y
faire. Ce que la balise entoure serait perdu. Seul `<br>`, qui va à la ligne, est compris ; les
commentaires `<!-- … -->` sont des notes pour soi, et ne sont jamais imprimés.

## Exemple fautif
`<b>Attention</b>` dans un fichier de « 2022/textes ».

## À écrire plutôt
`**Attention**`
"""

from rapportpv.core.anomalie import Rule, Severite

PV606 = Rule(
    "PV606",
    "html-dans-un-texte",
    Severite.ERREUR,
    message=(
        "« {valeur} » est du HTML, qui n’entre pas dans le rapport. Enlevez-le, et écrivez le "
        "texte sans balises ni chevrons."
    ),
    doc=__doc__,
)
