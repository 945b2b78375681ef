"""Un montant est si grand que ce n’en est sans doute pas un.

## Pourquoi c’est gênant
Un SIRET, un IBAN ou une touche restée enfoncée dans une colonne de montants fausserait tous les
totaux. Aucune action n’est financée de cent millions d’euros.

## Exemple fautif
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 51007919700016 |

## À écrire plutôt
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 |
"""

from rapportpv.core.anomalie import Rule, Severite

PV117 = Rule(
    "PV117",
    "montant-demesure",
    Severite.ERREUR,
    message=(
        "« {valeur} » est trop grand pour un montant, dans la colonne « {colonne} » : c’est "
        "peut-être un numéro, ou une touche restée enfoncée. Écrivez le montant en euros."
    ),
    doc=__doc__,
)
