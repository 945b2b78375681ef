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

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from fractions import Fraction
from typing import TYPE_CHECKING

from rapportpv.model.anomalie import Anomalie, Rule, Severite
from rapportpv.model.emplacement import Case, Emplacement, cell_name
from rapportpv.model.typographie import format_euros
from rapportpv.rules.ecarts import join_causes
from rapportpv.rules.proximite import explain_ecart
from rapportpv.rules.sommes import find_defauts, list_omises
from rapportpv.rules.totaux import Tableau, tableaux

if TYPE_CHECKING:
    from rapportpv.model.dossier import Dossier, Feuille, Programmation, TotalImprime

PV301 = Rule(
    "PV301",
    "total-imprime-faux",
    Severite.ERREUR,
    message=(
        "Le total écrit ({valeur}) n’est pas la somme des lignes : {somme}, soit un "
        "écart de {ecart}{cause}. Corrigez le total, ou la ligne qui manque ou qui est en trop."
    ),
    doc=__doc__,
)

_ANNEE = re.compile(r"\b(?:19|20)\d\d\b")


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each printed total, of a row or of rows, that is not what it totals.

    One that totals a cell that could not be read is left alone: that cell is the cause. So is one
    whose formula is told for itself.
    """
    for tableau in tableaux(dossier):
        feuille, defauts = tableau.feuille, find_defauts(tableau).keys()
        if feuille is dossier.programmation.feuille:
            yield from _check_lignes(dossier.programmation, defauts)
        illisible = min(feuille.refusees, default=None)
        for total in feuille.totaux:
            annees = _ANNEE.findall(total.libelle)
            d_une_autre_annee = annees and str(dossier.millesime) not in annees
            couvre = illisible is not None and (illisible < total.case[0] or tableau.au_dessus)
            if not (couvre or d_une_autre_annee or total.case in defauts):
                yield from _check_total(tableau, total)


def _check_lignes(programmation: Programmation, defauts: Set[Case]) -> Iterator[Anomalie]:
    feuille, colonne = programmation.feuille, programmation.feuille.colonnes.get("total", 0)
    if "total" not in feuille.frame:
        return
    imprimes = feuille.frame["total"].dropna()
    paires = zip(imprimes.index.tolist(), imprimes.tolist(), strict=True)
    fausses = [(n, imprime) for n, imprime in paires if imprime != programmation.sommes.get(n, 0)]
    montants = _amounts(programmation) if fausses else {}
    for ligne, imprime in fausses:
        case, siens = (ligne, colonne), montants.get(ligne, {})
        ecart = programmation.sommes.get(ligne, 0) - imprime
        lue = -ecart not in feuille.trame.non_lus.get(ligne, ())  # else PV008 or PV009 tells it
        if lue and not (ligne in feuille.refusees or case in defauts):
            omises = list_omises(feuille.trame, case)
            if not any(ecart == sum(siens.get(c, 0) for c in cases) for cases in omises):
                suspects = [_name_cells(siens, ecart), _name_cells(siens, -ecart)]
                yield _anomalie(feuille, case, imprime, ecart, suspects)


def _name_cells(montants: Mapping[Case, int], cents: int) -> list[str]:
    return [f"la cellule {cell_name(case)}" for case, siens in montants.items() if siens == cents]


def _amounts(programmation: Programmation) -> dict[int, dict[Case, int]]:
    """The amounts of each row, by cell."""
    montants: dict[int, dict[Case, int]] = {}
    subventions = programmation.subventions
    colonnes = (subventions[c].tolist() for c in ("colonne", "montant"))
    for ligne, colonne, cents in zip(subventions.index.tolist(), *colonnes, strict=True):
        montants.setdefault(ligne, {})[ligne, colonne] = cents
    return montants


def _check_total(tableau: Tableau, total: TotalImprime) -> Iterator[Anomalie]:
    """A total is right when it is the sum of rows that it may be meant for."""
    ligne, colonne = total.case
    cumul = tableau.cumuls.get(total.colonne)
    if cumul is None or tableau.is_sum(ligne, total.colonne, total.montant):
        return
    ecarts = {d: cumul.between(d, ligne) - total.montant for d in tableau.starts(ligne)}
    non_lus = tableau.feuille.trame.non_lus.get(ligne, frozenset())
    if total.colonne == "total" and not non_lus.isdisjoint(-ecart for ecart in ecarts.values()):
        return
    debut, ecart = min(ecarts.items(), key=lambda paire: abs(paire[1]))
    for cases in list_omises(tableau.feuille.trame, total.case):
        if ecart == cumul.sum(n for n, c in cases if c == colonne and debut < n < ligne):
            return
    suspects = [
        [f"la ligne {n}" for n in cumul.find(cents, debut, ligne)] for cents in (ecart, -ecart)
    ]
    yield _anomalie(tableau.feuille, total.case, total.montant, ecart, suspects)


def _anomalie(
    feuille: Feuille, case: Case, imprime: int, ecart: int, suspects: Sequence[Sequence[str]]
) -> Anomalie:
    """`suspects` are the amounts that may be left out, and those that may be counted twice."""
    somme = imprime + ecart
    ecrit, juste, manque = (format_euros(Fraction(c, 100)) for c in (imprime, somme, abs(ecart)))
    signe = None if case in feuille.trame.sommes else explain_ecart(imprime, somme)
    cause = join_causes(signe, *suspects)
    return PV301.at(
        Emplacement(feuille.fichier, feuille.nom, (cell_name(case),)),
        valeur=ecrit,
        suggestion=f"Écrivez {juste}.",
        somme=juste,
        ecart=manque,
        cause=f" ({cause})" if cause else "",
    )
