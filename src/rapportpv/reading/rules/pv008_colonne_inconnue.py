"""Une colonne n’est pas reconnue.

## Pourquoi c’est gênant
Ce qu’elle contient n’entre pas dans le rapport. Une colonne personnelle de texte (remarques,
contacts) ne dérange pas ; une colonne dont le nom ressemble à un nom connu, ou qui contient des
nombres, est peut-être une faute de frappe ou un financeur oublié.

## Exemple fautif
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT | Thematiqe |
| --- | --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 | École |

## À écrire plutôt
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT | Thématique |
| --- | --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 | École |
"""

from rapportpv.core.anomalie import Rule, Severite

PV008 = Rule(
    "PV008",
    "colonne-inconnue",
    Severite.ALERTE,
    message=(
        "La colonne « {valeur} » n’est pas reconnue : elle n’est pas lue. Donnez-lui un nom connu, "
        "ou déclarez-la dans rapportpv.toml, bloc [colonnes] (sous « ignorer » si elle ne compte "
        "pas)."
    ),
    doc=__doc__,
)
