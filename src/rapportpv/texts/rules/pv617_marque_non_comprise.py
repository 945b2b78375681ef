"""Un texte contient une marque de Markdown qui ne se comprend pas.

## Pourquoi c’est gênant
Elle serait imprimée telle quelle, avec ses crochets, ou la note serait perdue.

## Exemple fautif
« Les habitants y sont associés[^1]. », sans ligne qui commence par `[^1]:` ; ou une image dont le
chemin n’est pas entre parenthèses.

## À écrire plutôt
« Les habitants y sont associés[^1]. » et, plus bas, `[^1]: Voir le bilan du conseil citoyen.`
"""

from rapportpv.core.anomalie import Rule, Severite

RAISONS = {
    "appel": "cette note n’a pas de texte. Ajoutez une ligne qui commence par « {valeur}: »",
    "note": "rien n’appelle cette note. Écrivez « {valeur} » là où elle va",
    "imbriquee": "une note ne peut pas en appeler une autre. Écrivez-la dans le texte",
    "lien": "ce lien ou cette image s’imprimerait tel quel. Corrigez ce qui est entre parenthèses",
}
"""What is wrong with the mark, and what to do, by reason."""

PV617 = Rule(
    "PV617",
    "marque-non-comprise",
    Severite.ALERTE,
    message="« {valeur} » ne se comprend pas : {raison}.",
    doc=__doc__,
)
