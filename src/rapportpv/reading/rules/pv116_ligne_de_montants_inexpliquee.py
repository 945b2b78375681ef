"""Une ligne de montants n’est ni une action, ni un total juste.

## Pourquoi c’est gênant
Elle n’est comptée dans aucun chiffre. Si c’est une action, il lui manque ce qui la dit : intitulé,
opérateur, pilier, statut. Si c’est un total, il n’est la somme d’aucune suite de lignes.

## Exemple fautif
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 |
| Chantier jeunes | Le Club | Emploi | soutenue | 8000 |
| Ensemble des actions | | | | 21000 |

## À écrire plutôt
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 |
| Chantier jeunes | Le Club | Emploi | soutenue | 8000 |
| Ensemble des actions | | | | 20000 |
"""

from rapportpv.core.anomalie import Rule, Severite

PV116 = Rule(
    "PV116",
    "ligne-de-montants-inexpliquee",
    Severite.ERREUR,
    message=(
        "La ligne {numero}{nom} contient {montants}, et ce n’est ni {projet} ni un total juste : "
        "elle n’est comptée nulle part{somme}. Remplissez ses autres cellules si c’est {projet}, "
        "corrigez-la si c’est un total, ou mettez-la hors de la feuille."
    ),
    doc=__doc__,
)
