"""Un montant se lit de deux façons.

## Pourquoi c’est gênant
« 1.234 » peut vouloir dire mille deux cent trente-quatre, ou un euro et vingt-trois centimes. Le
programme ne choisit pas à votre place.

## Exemple fautif
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 1.234 |

## À écrire plutôt
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 1 234 |
"""

from rapportpv.core.anomalie import Rule, Severite

PV103 = Rule(
    "PV103",
    "montant-ambigu",
    Severite.ERREUR,
    message=(
        "« {valeur} » se lit de plusieurs façons dans la colonne "
        "« {colonne} » : un montant se donne au centime près, et le séparateur"
        " de milliers est une espace. Écrivez par exemple 1 234 ou 1,23."
    ),
    doc=__doc__,
)
