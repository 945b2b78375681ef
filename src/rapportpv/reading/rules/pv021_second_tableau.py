"""Un second tableau est sur la feuille.

## Pourquoi c’est gênant
Rien ne dit s’il faut l’ajouter au premier : ce peut être la suite des projets, ou ceux d’une autre
année, une copie, un récapitulatif. Les deux totaux sont possibles. Un récapitulatif dont tous les
nombres sont des sommes du premier tableau ne gêne pas.

## Exemple fautif
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 |
| Projets 2019 pour mémoire | | | | |
| Chantier jeunes | Le Club | Emploi | soutenue | 8000 |

## À écrire plutôt
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 |
"""

from rapportpv.core.anomalie import Rule, Severite

PV021 = Rule(
    "PV021",
    "second-tableau",
    Severite.ERREUR,
    message=(
        "Un second tableau est sur la feuille, {ou}{titre} : {second}, que le rapport ne compte "
        "pas. Sans lui, le total est de {sans} ; avec lui, de {avec}. Réunissez ses lignes à "
        "celles du premier, sous les mêmes en-têtes, s’il compte ; sinon, mettez-le sur une autre "
        "feuille."
    ),
    doc=__doc__,
)
