"""Une cellule montre une erreur d’Excel.

## Pourquoi c’est gênant
« #REF! » ou « #N/A » n’est ni un montant ni un texte : la ligne ne peut pas être comptée.

## Exemple fautif
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | #REF! |

## À écrire plutôt
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 |
"""

from rapportpv.core.anomalie import Rule, Severite

PV111 = Rule(
    "PV111",
    "cellule-en-erreur",
    Severite.ERREUR,
    message=(
        "La cellule est en erreur ({valeur}) dans la colonne « {colonne} ». "
        "Corrigez sa formule dans Excel."
    ),
    doc=__doc__,
)
