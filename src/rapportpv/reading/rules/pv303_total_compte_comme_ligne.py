"""Une ligne qui est un total est remplie comme un projet.

## Pourquoi c’est gênant
Un total se reconnaît à ses cellules vides : ni opérateur, ni pilier, ni statut. Rempli comme un
projet, il serait compté en plus de ce qu’il additionne.

## Exemple fautif
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 |
| Chantier jeunes | Le Club | Emploi | soutenue | 8000 |
| TOTAL | Total | Emploi | soutenue | 20000 |

## À écrire plutôt
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 |
| Chantier jeunes | Le Club | Emploi | soutenue | 8000 |
| TOTAL |  |  |  | 20000 |
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.core.emplacement import Emplacement, cell_name
from rapportpv.reading.totals.totaux import tableaux

CERTAIN = "alors que c’est un total : elle n’est pas comptée"
CONSEIL = "Gardez sur cette ligne le mot « Total » et les montants, et videz ses autres cellules."
_PROBABLE = "mais ses montants sont la somme des lignes {debut} à {fin} : elle est comptée avec"
_DOUTE = f"{CONSEIL} Si c’est bien un projet, acceptez l’anomalie dans rapportpv.toml."


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each row of data whose amounts are the sums of the rows above it."""
    for tableau in tableaux(dossier):
        feuille = tableau.feuille
        for ligne, sommees in tableau.deguises.items():
            constat = _PROBABLE.format(debut=sommees[0], fin=sommees[-1])
            case = (ligne, feuille.colonnes["intitule"])
            yield PV303.at(
                Emplacement(feuille.fichier, feuille.nom, (cell_name(case),)),
                valeur=str(feuille.frame["intitule"].get(ligne, "")),
                suggestion=_DOUTE,
                constat=constat,
            )


PV303 = Rule(
    "PV303",
    "total-compte-comme-ligne",
    Severite.ERREUR,
    message="« {valeur} » est sur une ligne remplie comme celle d’un projet, {constat}.",
    doc=__doc__,
    check=check,
)
