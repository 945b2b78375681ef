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

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier, Feuille, Programmation, TotalImprime
from rapportpv.core.emplacement import Case, Emplacement, cell_name
from rapportpv.core.proximite import explain_ecart
from rapportpv.core.somme import Somme
from rapportpv.french.typographie import format_euros
from rapportpv.reading.totals.ecarts import join_causes
from rapportpv.reading.totals.sommes import find_defauts, list_omises
from rapportpv.reading.totals.totaux import Tableau, tableaux

_ANNEE = re.compile(r"\b(?:19|20)\d\d\b")


class _Dites:
    """The cells told for themselves, here or by another rule: who adds them up is not at fault."""

    def __init__(self, cases: Iterable[Case]) -> None:
        self._lignes: dict[int, list[int]] = {}
        for case in cases:
            self.add(case)

    def add(self, case: Case) -> None:
        insort(self._lignes.setdefault(case[1], []), case[0])

    def has(self, case: Case, somme: Somme | None) -> bool:
        """Whether the cell is one of them, or a sum that goes over one of them."""
        plages = ((*case, *case), *(somme.plages if somme else ()))
        return any(
            bisect_left(lignes, haut) < bisect_right(lignes, bas)
            for haut, gauche, bas, droite in plages
            for colonne, lignes in self._lignes.items()
            if gauche <= colonne <= droite
        )


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each printed total, of a row or of rows, that is not what it totals.

    One that totals a cell that could not be read is left alone: that cell is the cause. So is one
    whose formula is told for itself, or adds up a total that is.
    """
    for tableau in tableaux(dossier):
        feuille, dites = tableau.feuille, _Dites(find_defauts(tableau))
        fausses = _check_lignes(dossier.programmation)
        siennes = fausses if feuille is dossier.programmation.feuille else ()
        for case, anomalie in chain(siennes, _check_totaux(tableau, dossier.millesime)):
            cause_ailleurs = dites.has(case, feuille.trame.sommes.get(case))
            dites.add(case)
            if anomalie and not cause_ailleurs:
                yield anomalie


def _check_lignes(programmation: Programmation) -> Iterator[tuple[Case, Anomalie | None]]:
    """The total at the end of each row, when it is wrong; no anomaly when Excel left texts out."""
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
        lue = -ecart not in feuille.trame.non_lus(ligne)  # else PV008 or PV009 tells it
        omises = list_omises(feuille.trame, case)
        omission = any(ecart == sum(siens.get(c, 0) for c in cases) for cases in omises)
        suspects = [_name_cells(siens, ecart), _name_cells(siens, -ecart)]
        tue = omission or not lue or ligne in feuille.refusees
        yield case, None if tue else _anomalie(feuille, case, imprime, ecart, suspects)


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


def _check_totaux(tableau: Tableau, millesime: int) -> Iterator[tuple[Case, Anomalie | None]]:
    """The total rows' amounts that are no sum of rows that they may be meant for."""
    illisible = min(tableau.feuille.refusees, default=None)
    for total in tableau.feuille.totaux:
        annees = _ANNEE.findall(total.libelle)
        d_une_autre_annee = annees and str(millesime) not in annees
        couvre = illisible is not None and (illisible < total.case[0] or tableau.au_dessus)
        if couvre or d_une_autre_annee or total.colonne not in tableau.cumuls:
            continue
        if not tableau.is_sum(total.case[0], total.colonne, total.montant):
            yield total.case, _explain(tableau, total)


def _explain(tableau: Tableau, total: TotalImprime) -> Anomalie | None:
    """What is wrong with a total; None when it lacks just what its formula cannot add up."""
    (ligne, colonne), feuille = total.case, tableau.feuille
    cumul = tableau.cumuls[total.colonne]
    sommes = {debut: cumul.between(debut, ligne) for debut in tableau.starts(ligne)}
    ecarts = {debut: somme - total.montant for debut, somme in sommes.items() if somme}
    non_lus = feuille.trame.non_lus(ligne)
    variantes = [cumuls[total.colonne] for cumuls in tableau.variantes] if non_lus else []
    sommes_lues = (c.between(debut, ligne) for c in variantes for debut in tableau.starts(ligne))
    if total.colonne == "total" and any(total.montant - s in non_lus for s in sommes_lues):
        return None
    sans_rien = (ligne, -total.montant)
    debut, ecart = min(ecarts.items(), key=lambda paire: abs(paire[1]), default=sans_rien)
    for cases in list_omises(feuille.trame, total.case):
        if ecart == cumul.sum(n for n, c in cases if c == colonne and debut < n < ligne):
            return None
    suspects = [
        [f"la ligne {n}" for n in cumul.find(cents, debut, ligne)] for cents in (ecart, -ecart)
    ]
    return _anomalie(feuille, total.case, total.montant, ecart, suspects)


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


PV301 = Rule(
    "PV301",
    "total-imprime-faux",
    Severite.ERREUR,
    message=(
        "Le total écrit ({valeur}) n’est pas la somme des lignes : {somme}, soit un "
        "écart de {ecart}{cause}. Corrigez le total, ou la ligne qui manque ou qui est en trop."
    ),
    doc=__doc__,
    check=check,
)
