"""Un total écrit dans la feuille n’est pas la somme de ses lignes.

## Pourquoi c’est gênant
Le rapport donne la somme des lignes ; quelqu’un a peut-être publié l’autre. L’un des deux est
faux.

## Exemple fautif
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT | Région |
| --- | --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 | 3000 |
| Chantier jeunes | Le Club | Emploi | soutenue | 8000 |  |
| Total |  |  |  | 20010 | 3000 |

## À écrire plutôt
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT | Région |
| --- | --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 | 3000 |
| Chantier jeunes | Le Club | Emploi | soutenue | 8000 |  |
| Total |  |  |  | 20000 | 3000 |
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from rapportpv.model.anomalie import Anomalie, Rule, Severite
from rapportpv.model.colonnes import FINANCEUR
from rapportpv.model.emplacement import Emplacement, cell_name
from rapportpv.model.typographie import format_euros

if TYPE_CHECKING:
    import pandas as pd

    from rapportpv.model.dossier import Dossier, Feuille, Programmation

PV301 = Rule(
    "PV301",
    "total-imprime-faux",
    Severite.ERREUR,
    message=(
        "Le total écrit ({valeur}) n’est pas la somme des lignes : {somme}, soit un "
        "écart de {ecart}. Corrigez le total, ou la ligne qui manque ou qui est en trop."
    ),
    doc=__doc__,
)


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each printed total, of a row or of rows, that is not what it totals."""
    yield from _check_lignes(dossier.programmation)
    yield from _check_totaux(dossier.programmation.feuille, _sums_programmation(dossier))
    for feuille in (dossier.fcs, dossier.fonds_de_concours):
        if feuille is not None:
            yield from _check_totaux(feuille, {"montant": feuille.frame["montant"]})


def _check_lignes(programmation: Programmation) -> Iterator[Anomalie]:
    feuille = programmation.feuille
    if "total" not in feuille.frame:
        return
    sommes = programmation.subventions.groupby("projet")["montant"].sum()
    for ligne, imprime in feuille.frame["total"].dropna().items():
        somme = int(sommes.get(ligne, 0))
        if imprime != somme and ligne not in feuille.refusees:
            yield _anomalie(feuille.lieu([int(str(ligne))], "total"), int(imprime), somme)


def _sums_programmation(dossier: Dossier) -> dict[str, pd.Series]:
    """The amounts by Excel row, for each column that a total row may total."""
    subventions = dossier.programmation.subventions
    sommes = {
        FINANCEUR + str(code): montants
        for code, montants in subventions.groupby("financeur")["montant"]
    }
    tous = subventions["montant"]
    cout = dossier.programmation.feuille.frame["cout_total"].dropna()
    return sommes | {"total": tous, "montant": tous, "cout_total": cout}


def _check_totaux(feuille: Feuille, montants: Mapping[str, pd.Series]) -> Iterator[Anomalie]:
    """A total is right when it is the sum of the rows since the last total, or of all above it.

    One that totals a cell that could not be read is left alone: that cell is the cause.
    """
    for total in feuille.totaux:
        if feuille.refusees.intersection(*total.portees[-1:]):
            continue
        colonne = montants.get(total.colonne)
        sommes = [0 if colonne is None else _sum(colonne, lignes) for lignes in total.portees]
        if total.montant not in sommes:
            lieu = Emplacement(feuille.fichier, feuille.nom, (cell_name(total.case),))
            proche = min(sommes, key=lambda somme: abs(somme - total.montant))
            yield _anomalie(lieu, total.montant, proche)


def _sum(colonne: pd.Series, lignes: tuple[int, ...]) -> int:
    return int(colonne[colonne.index.isin(lignes)].sum())


def _anomalie(lieu: Emplacement, imprime: int, somme: int) -> Anomalie:
    ecrit, juste, ecart = (
        format_euros(Fraction(cents, 100)) for cents in (imprime, somme, abs(imprime - somme))
    )
    return PV301.at(lieu, valeur=ecrit, suggestion=f"Écrivez {juste}.", somme=juste, ecart=ecart)
