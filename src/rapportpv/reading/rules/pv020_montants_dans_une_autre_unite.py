"""Des montants ne sont pas écrits en euros.

## Pourquoi c’est gênant
Le rapport lit des euros : 12 écrit pour 12 k€ y compterait pour 12 €, et les colonnes en euros ne
s’additionnent pas avec celles en milliers.

## Exemple fautif
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT (k€) |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12 |

## À écrire plutôt
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 |
"""

from rapportpv.core.anomalie import Rule, Severite

PV020 = Rule(
    "PV020",
    "montants-dans-une-autre-unite",
    Severite.ERREUR,
    message=(
        "« {valeur} » dit que des montants sont en {unite} : lus en euros, ils font {lus} ; lus "
        "ainsi, {autres}. Écrivez les montants en euros."
    ),
    doc=__doc__,
)
