"""Un montant est négatif.

## Pourquoi c’est gênant
Il serait retranché des totaux du rapport. Une subvention annulée ou rendue ne s’écrit pas en
négatif : sa cellule est vide, ou contient ce qui a vraiment été versé.

## Exemple fautif
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | -12000 |

## À écrire plutôt
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 |
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier, Feuille
from rapportpv.core.emplacement import Emplacement, cell_name
from rapportpv.french.typographie import format_euros

if TYPE_CHECKING:
    import pandas as pd


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each amount below zero: grants, coûts totaux, those of the other sheets."""
    yield from _check_subventions(dossier)
    feuille = dossier.programmation.feuille
    yield from _check_colonne(feuille, "cout_total")
    for autre in dossier.autres.values():
        if "montant" in autre.colonnes:
            yield from _check_colonne(autre, "montant")


def _check_subventions(dossier: Dossier) -> Iterator[Anomalie]:
    programmation = dossier.programmation
    feuille = programmation.feuille
    libelles = {f.code: f.libelle for f in dossier.reglages.financeur}
    subventions = programmation.subventions
    for ligne, negative in subventions[subventions["montant"] < 0].iterrows():
        case = (int(str(ligne)), int(negative["colonne"]))
        lieu = Emplacement(feuille.fichier, feuille.nom, (cell_name(case),))
        financeur = libelles.get(negative["financeur"], negative["financeur"])
        colonne = feuille.plan.libelle("montant") if programmation.longue else financeur
        yield _anomalie(lieu, negative["montant"], colonne)


def _check_colonne(feuille: Feuille, champ: str) -> Iterator[Anomalie]:
    libelle = feuille.plan.libelle(champ)
    montants: pd.Series = feuille.frame[champ].dropna()
    for ligne, cents in montants[montants < 0].items():
        yield _anomalie(feuille.lieu([int(str(ligne))], champ), cents, libelle)


def _anomalie(lieu: Emplacement, cents: int, colonne: str) -> Anomalie:
    return PV105.at(lieu, valeur=format_euros(Fraction(int(cents), 100)), colonne=colonne)


PV105 = Rule(
    "PV105",
    "montant-negatif",
    Severite.ERREUR,
    message=(
        "Montant négatif dans la colonne « {colonne} » : {valeur}. Il serait retranché des "
        "totaux. Écrivez-le sans le signe moins, ou videz la cellule si rien n’a été versé."
    ),
    doc=__doc__,
    check=check,
)
