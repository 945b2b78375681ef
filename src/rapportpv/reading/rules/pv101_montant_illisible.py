"""Un montant ne se lit pas.

## Pourquoi c’est gênant
La ligne ne peut pas être comptée. Les espaces, le signe €, « k€ », une virgule ou un tiret ne
gênent pas ; un mot ou une remarque dans la cellule, si.

## Exemple fautif
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | douze mille |

## À écrire plutôt
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12 000,00 € |
"""

from rapportpv.core.anomalie import Rule, Severite

PV101 = Rule(
    "PV101",
    "montant-illisible",
    Severite.ERREUR,
    message=(
        "« {valeur} » ne se lit pas comme un montant dans la colonne "
        "« {colonne} ». Écrivez un nombre, par exemple 12 000 ou 12 000,50, et rien"
        " d’autre dans la cellule."
    ),
    doc=__doc__,
)
