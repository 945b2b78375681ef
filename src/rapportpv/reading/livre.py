"""The ledger of a sheet, made of what was recognised in it: its columns, then its rows."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from rapportpv.core.emplacement import Case
from rapportpv.core.livre import Livre, Part, Sort, cross
from rapportpv.reading.classeur.grille import Grille
from rapportpv.reading.kinds import Genre
from rapportpv.reading.profil import read_nombre

SORT_DE: Mapping[Genre, Sort] = {
    Genre.ENTETE: Sort.AUTRE_MESURE,
    Genre.INTERTITRE: Sort.AUTRE_MESURE,
    Genre.TOTAL: Sort.TOTAL,
    Genre.TOTAL_REMPLI: Sort.TOTAL,
    Genre.INEXPLIQUE: Sort.INEXPLIQUEE,
    Genre.AUTRE_TABLEAU: Sort.INEXPLIQUEE,
}
"""The fate of a row that is no row of data."""


def make_livre(
    fichier: str,
    grille: Grille,
    colonnes: Mapping[int, Sort],
    lignes: Mapping[int, Sort],
    cases: Mapping[Case, Sort],
) -> Livre:
    """The ledger of a sheet that is read: fates of its columns and rows, and exceptions."""
    bilan = _count(grille.lignes, colonnes, lignes, cases, Sort.AUTRE_MESURE)
    return Livre(fichier, grille.nom, bilan, colonnes, lignes, cases)


def leave_feuille(fichier: str, grille: Grille, sort: Sort, raison: str) -> Livre:
    """The ledger of a sheet that is not read: one fate for all its cells, and why."""
    bilan = _count(grille.lignes, {}, {}, {}, sort)
    return Livre(fichier, grille.nom, bilan, defaut=sort, raison=raison)


def _count(
    rangees: Sequence[Sequence[Any]],
    colonnes: Mapping[int, Sort],
    lignes: Mapping[int, Sort],
    cases: Mapping[Case, Sort],
    defaut: Sort,
) -> dict[Sort, Part]:
    """How many cells hold a number, and what they come to, by fate."""
    largeur = max(map(len, rangees), default=0)
    par_colonne = [colonnes.get(c, defaut) for c in range(1, largeur + 1)]
    sorties = {None: par_colonne} | {s: [cross(s, c) for c in par_colonne] for s in Sort}
    cellules, cents = dict.fromkeys(Sort, 0), dict.fromkeys(Sort, 0)
    a_part = {ligne for ligne, _ in cases}
    for numero, ligne in enumerate(rangees, start=1):
        sorts = sorties[lignes.get(numero)]
        for rang, valeur in enumerate(ligne):
            if valeur is None or (lu := read_nombre(valeur)) is None:
                continue
            sort = sorts[rang]
            if numero in a_part:
                sort = cases.get((numero, rang + 1), sort)
            cellules[sort] += 1
            cents[sort] += lu
    return {sort: Part(cellules[sort], cents[sort]) for sort in Sort}


def count_cells(grille: Grille, lignes: Collection[int] | None = None) -> Part:
    """The cells of a sheet that hold a number, and what they come to."""
    numeros = range(1, len(grille.lignes) + 1) if lignes is None else lignes
    lus = [lu for n in numeros for v in grille.lignes[n - 1] if (lu := read_nombre(v)) is not None]
    return Part(len(lus), sum(lus))
