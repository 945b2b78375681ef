"""The ledger of a sheet, made of what was recognised in it: its columns, then its rows."""

from collections.abc import Mapping

import numpy as np

from rapportpv.core.emplacement import Case
from rapportpv.core.livre import Livre, Part, Sort, cross
from rapportpv.reading.classeur.grille import Grille
from rapportpv.reading.kinds import Genre
from rapportpv.reading.nombres import read_nombre
from rapportpv.reading.registre import Registre

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
    registre: Registre,
    colonnes: Mapping[int, Sort],
    lignes: Mapping[int, Sort],
    cases: Mapping[Case, Sort],
) -> Livre:
    """The ledger of a sheet that is read: fates of its columns and rows, and exceptions."""
    bilan = _count(registre, colonnes, lignes, cases, Sort.AUTRE_MESURE)
    return Livre(fichier, registre.grille.nom, bilan, colonnes, lignes, cases)


def leave_feuille(fichier: str, grille: Grille, sort: Sort, raison: str) -> Livre:
    """The ledger of a sheet that is not read: one fate for all its cells, and why."""
    bilan = _count(Registre(grille), {}, {}, {}, sort)
    return Livre(fichier, grille.nom, bilan, defaut=sort, raison=raison)


def _count(
    registre: Registre,
    colonnes: Mapping[int, Sort],
    lignes: Mapping[int, Sort],
    cases: Mapping[Case, Sort],
    defaut: Sort,
) -> dict[Sort, Part]:
    """How many cells hold a number, and what they come to, by fate."""
    parts, grille = dict.fromkeys(Sort, Part()), registre.grille
    sorts = [lignes.get(numero) for numero in range(1, len(grille.lignes) + 1)]
    masques = {s: np.array([sort is s for sort in sorts], dtype=bool) for s in set(sorts)}
    for colonne in range(1, registre.largeur + 1):
        nombres = registre.nombres(colonne)
        for sort, masque in masques.items():
            sienne = cross(sort, colonnes.get(colonne, defaut))
            parts[sienne] = parts[sienne] + Part(*nombres.part(masque))
    for case, autre in cases.items():
        if (lu := read_nombre(grille.cell(case))) is not None:
            sienne = cross(lignes.get(case[0]), colonnes.get(case[1], defaut))
            parts[sienne] = parts[sienne] - Part(1, lu)
            parts[autre] = parts[autre] + Part(1, lu)
    return parts
