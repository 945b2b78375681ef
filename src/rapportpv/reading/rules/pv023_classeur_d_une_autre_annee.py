"""Le classeur semble être celui d’une autre année.

## Pourquoi c’est gênant
Un classeur recopié dans le dossier de l’année suivante donne un rapport juste en apparence, et
faux d’un bout à l’autre.

## Exemple fautif
| N° dossier | Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- | --- |
| 2019-001 | Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 |
| 2019-002 | Chantier jeunes | Le Club | Emploi | soutenue | 8000 |
| 2019-003 | Jardin partagé | Le Club | Emploi | soutenue | 5000 |

## À écrire plutôt
| N° dossier | Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- | --- |
| 2023-001 | Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 |
| 2023-002 | Chantier jeunes | Le Club | Emploi | soutenue | 8000 |
| 2023-003 | Jardin partagé | Le Club | Emploi | soutenue | 5000 |
"""

from rapportpv.core.anomalie import Rule, Severite

PV023 = Rule(
    "PV023",
    "classeur-d-une-autre-annee",
    Severite.ERREUR,
    message=(
        "Ce classeur est dans le dossier de {millesime}, et il dit être de l’année {annee} "
        "({indices}). Mettez celui de {millesime} à sa place, ou corrigez l’année qui y est écrite."
    ),
    doc=__doc__,
)
