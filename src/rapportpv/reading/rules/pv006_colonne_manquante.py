"""Une colonne obligatoire manque.

## Pourquoi c’est gênant
Le rapport ne peut pas être fait sans elle.

## Exemple fautif
| Intitulé de l’action | Opérateur | Statut | ANCT |
| --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | soutenue | 12000 |

## À écrire plutôt
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 |
"""

from rapportpv.core.anomalie import Rule, Severite

PV006 = Rule(
    "PV006",
    "colonne-manquante",
    Severite.ERREUR,
    message=(
        "Il manque la colonne {colonne}. En-têtes lus : {lus}. Ajoutez la "
        "colonne, ou déclarez son autre nom dans rapportpv.toml, bloc [colonnes]."
    ),
    doc=__doc__,
)
