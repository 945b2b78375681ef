"""La formule d’un total n’additionne pas les lignes ou les colonnes qu’il faut.

## Pourquoi c’est gênant
Une ligne ajoutée sous la dernière n’entre pas d’elle-même dans « =SOMME(E2:E9) », et un sous-total
pris dans la somme y compte ses lignes deux fois. Le total imprimé est faux, ou le deviendra.

## Exemple fautif
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 |
| Chantier jeunes | Le Club | Emploi | soutenue | 8000 |
| Total |  |  |  | =SUM(E2:E2) |

## À écrire plutôt
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 |
| Chantier jeunes | Le Club | Emploi | soutenue | 8000 |
| Total |  |  |  | =SUM(E2:E3) |
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.core.emplacement import Emplacement, cell_name
from rapportpv.reading.totals.sommes import find_defauts
from rapportpv.reading.totals.totaux import tableaux


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each sum that leaves out some of its rows or columns, or takes in others."""
    for tableau in tableaux(dossier):
        feuille = tableau.feuille
        for case, defaut in find_defauts(tableau).items():
            lieu = Emplacement(feuille.fichier, feuille.nom, (cell_name(case),))
            yield PV302.at(lieu, defaut=str(defaut), suggestion=defaut.suggestion)


PV302 = Rule(
    "PV302",
    "somme-trop-courte-ou-trop-longue",
    Severite.ERREUR,
    message="La formule de cette somme {defaut}. Corrigez les cellules qu’elle additionne.",
    doc=__doc__,
    check=check,
)
