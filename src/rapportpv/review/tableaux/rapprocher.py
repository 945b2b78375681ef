"""Which table of the year a table of the document is: by its name, else by its rows."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct

from rapportpv.core.chiffre import Bilan, Ligne, Quantite, Tableau, Unite
from rapportpv.french.lexique import fold, squash
from rapportpv.review.lecture.passage import Cellule, TableauLu, row_label
from rapportpv.review.nombres.ecrits import Genre, NombreLu, find_nombres
from rapportpv.review.verdicts.attendus import Attendu, of_cell
from rapportpv.review.verdicts.juger import retype
from rapportpv.review.verdicts.rapprochement import agree

_MOITIE = 2
_TOTAL = "total"
_NUMEROS = frozenset({"n°", "no", "numero", "rang", "n° dossier", "code", "code insee", "siret"})


class Accordes(Struct, frozen=True):
    """The cells of a table of the document, each with the cell of the year that it shows.

    `dites`: those whose words are the year's own, for their numbers are parts of names.
    """

    cellules: Mapping[tuple[int, int], Attendu]
    dites: frozenset[tuple[int, int]] = frozenset()
    reconnu: bool = False  # it is that table, whether its cells can be told or not


class _Essai(NamedTuple):
    """A table of the year tried: how many cells agree, what each shows, those of its words."""

    accords: int
    cellules: dict[tuple[int, int], Attendu]
    dites: frozenset[tuple[int, int]]


def match_table(lu: TableauLu, bilan: Bilan) -> Accordes:
    """The cells that can be known, by row and column; none when no table is like it."""
    candidats = [bilan.tableaux[lu.nom]] if lu.nom in bilan.tableaux else bilan.tableaux.values()
    essais = [essai for tableau in candidats if (essai := _match(lu, tableau)) is not None]
    meilleur = max(essais, key=lambda essai: essai[0], default=_Essai(0, {}, frozenset()))
    return Accordes(meilleur[1], meilleur[2], reconnu=bool(essais) and len(lu.donnees) > _MOITIE)


def _match(lu: TableauLu, tableau: Tableau) -> _Essai | None:
    """How many cells agree, and what each shows; None for a table that has under half the rows."""
    paires = list(_match_rows(lu, tableau))
    communes = sum(1 for _, ligne in paires if ligne is not tableau.total)
    if communes * _MOITIE < max(len(lu.donnees) - 1, 1) or not communes:
        return None
    accords = 0
    cellules: dict[tuple[int, int], Attendu] = {}
    for rang in range(max(map(len, lu.rangees))):
        meilleure = max(
            (_match_column(lu, rang, tableau, colonne.nom, paires) for colonne in tableau.colonnes),
            key=lambda essai: (essai[0], len(essai[1])),
            default=(0, {}),
        )
        accords += meilleure[0]
        cellules |= meilleure[1]
    return _Essai(accords, cellules, frozenset(_find_words(lu, paires)))


def _find_words(lu: TableauLu, paires: list[tuple[int, Ligne]]) -> Iterator[tuple[int, int]]:
    """The cells that say a cell of words of their row, as it is."""
    for numero, ligne in paires:
        dits = {squash(texte) for texte in _texts(ligne)}
        for rang, cellule in enumerate(lu.rangees[numero]):
            if not cellule.suite and squash(cellule.texte) in dits:
                yield numero, rang


def _match_rows(lu: TableauLu, tableau: Tableau) -> Iterator[tuple[int, Ligne]]:
    """The rows that are called the same in both, by all their words, else by their first."""
    entieres = _index(tableau, lambda ligne: _name(map(str, _texts(ligne))))
    premieres = _index(tableau, lambda ligne: squash(str(next(_texts(ligne), ""))))
    totaux = sum(squash(row_label(rangee)).startswith(_TOTAL) for rangee in lu.donnees)
    for numero, rangee in enumerate(lu.rangees[lu.entetes :], lu.entetes):
        textes = [cellule.texte for cellule in rangee if not cellule.suite]
        parlants = [t for t in textes if any(map(str.isalpha, t)) and not find_unit(t)]
        premier = squash(parlants[0]) if parlants else ""
        if premier.startswith(_TOTAL):
            if tableau.total is not None and totaux == 1:
                yield numero, tableau.total
            continue
        ligne = entieres.get(_name(parlants)) or premieres.get(premier)
        if ligne is not None and premier:
            yield numero, ligne


def _index(tableau: Tableau, name: Callable[[Ligne], str]) -> dict[str, Ligne | None]:
    index: dict[str, Ligne | None] = {}
    for ligne in tableau.lignes:
        cle = name(ligne)
        index[cle] = None if cle in index else ligne  # a name that two rows have tells nothing
    return index


def _texts(ligne: Ligne) -> Iterator[str]:
    """The cells of a line that say something in words."""
    return (c for c in ligne.cellules.values() if isinstance(c, str) and any(map(str.isalpha, c)))


def _name(textes: Iterable[str]) -> str:
    return squash(" ".join(textes))


def _match_column(
    lu: TableauLu, rang: int, tableau: Tableau, colonne: str, paires: list[tuple[int, Ligne]]
) -> tuple[int, dict[tuple[int, int], Attendu]]:
    """How many cells of a column agree with that of the year; it is it from half of them."""
    accords, cellules = 0, {}
    for numero, ligne in paires:
        cellule = ligne.cellules.get(colonne)
        ecrite = _cell(lu, numero, rang)
        nombre = only_number(ecrite) if ecrite is not None else None
        if not isinstance(cellule, Quantite) or nombre is None:
            continue
        if not _fits(nombre, cellule.unite):
            return 0, {}
        accords += bool(agree(retype(nombre, cellule.unite), cellule.valeur))
        cellules[numero, rang] = of_cell(tableau, ligne, colonne, cellule)
    if accords * _MOITIE < len(cellules) or not accords:
        titre = squash(lu.colonnes[rang]) if rang < len(lu.colonnes) else ""
        libelle = next((c.libelle for c in tableau.colonnes if c.nom == colonne), "")
        if not (lu.nom == tableau.nom and titre and titre.startswith(squash(libelle))):
            return 0, {}
    return accords, cellules


def _cell(lu: TableauLu, numero: int, rang: int) -> Cellule | None:
    rangee = lu.rangees[numero]
    return rangee[rang] if rang < len(rangee) and not rangee[rang].suite else None


def only_number(cellule: Cellule) -> NombreLu | None:
    """The number that a cell holds, when it holds only one."""
    nombres = [n for p in cellule.passages for n in find_nombres(p.texte)]
    figures = [n for n in nombres if n.genre not in (Genre.DATE, Genre.HORS_SUJET)]
    return figures[0] if len(figures) == 1 else None


def find_unit(texte: str) -> bool:
    """Whether a cell is an amount, a share or a bare number rather than words."""
    nombres = [n for n in find_nombres(texte) if n.genre is not Genre.HORS_SUJET]
    reste = texte
    for nombre in reversed(nombres):
        reste = reste[: nombre.debut] + reste[nombre.fin :]
    return bool(nombres) and not any(map(str.isalpha, reste))


def _fits(nombre: NombreLu, unite: Unite) -> bool:
    """Whether a number may be in that unit: one that says none may be in any."""
    return nombre.unite in (unite, Unite.NOMBRE)


def find_numbering(lu: TableauLu) -> set[int]:
    """The columns that number their rows: by their heading, or the first one by its numbers."""
    return {rang for rang in range(max(map(len, lu.rangees), default=0)) if _is_numbering(lu, rang)}


def _is_numbering(lu: TableauLu, rang: int) -> bool:
    if rang < len(lu.colonnes) and fold(lu.colonnes[rang]) in _NUMEROS:
        return True
    if rang:
        return False
    textes = [r[rang].texte for r in lu.donnees if rang < len(r) and not r[rang].suite]
    nombres = [int(t) for t in textes if t.isdecimal()]
    suite = all(b == a + 1 for a, b in pairwise(nombres))
    return len(nombres) > _MOITIE and suite
