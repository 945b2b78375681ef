"""The ledger of a sheet, made of what was recognised in it: its columns, then its rows."""

from collections.abc import Mapping, Sequence
from typing import Any

from rapportpv.core.emplacement import Case
from rapportpv.core.livre import Livre, Part, Sort, cross
from rapportpv.reading.classeur.grille import Grille
from rapportpv.reading.kinds import Genre
from rapportpv.reading.profil import read_nombre

_DEBUTS = frozenset("0123456789-+\u2212(\u20ac \u00a0\u202f")
"""What a text that reads as a number may begin with."""

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
    rangs = {sort: rang for rang, sort in enumerate(Sort)}
    sortes = {s: [rangs[cross(s, c)] for c in par_colonne] for s in (None, *Sort)}
    cellules, cents = [0] * len(rangs), [0] * len(rangs)
    a_part = {ligne for ligne, _ in cases}
    for numero, ligne in enumerate(rangees, start=1):
        siens = sortes[lignes.get(numero)]
        if numero in a_part:
            siens = [
                rangs[cases[numero, c]] if (numero, c) in cases else rang
                for c, rang in enumerate(siens, start=1)
            ]
        for rang, valeur in zip(siens, ligne, strict=False):
            if type(valeur) is int:  # quick: most of what a sheet holds is words and whole numbers
                lu: int | None = valeur * 100
            elif valeur is None or (type(valeur) is str and valeur[:1] not in _DEBUTS):
                continue
            else:
                lu = read_nombre(valeur)
            if lu is not None:
                cellules[rang] += 1
                cents[rang] += lu
    return {sort: Part(cellules[rang], cents[rang]) for sort, rang in rangs.items()}
