"""Tables added up again: totals of columns and rows, shares, from the cells of the document."""

from collections.abc import Iterator, Set
from fractions import Fraction
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from rapportpv.core.chiffre import Quantite, Unite
from rapportpv.core.relecture import AdditionFausse
from rapportpv.french.lexique import fold
from rapportpv.review.lecture.passage import TableauLu, row_label
from rapportpv.review.nombres.ecrits import NombreLu
from rapportpv.review.tableaux.rapprocher import find_numbering, only_number
from rapportpv.review.verdicts.juger import retype
from rapportpv.review.verdicts.rapprochement import Accord, agree

_TOTAUX = ("total", "sous-total", "sous total", "s/total", "ensemble", "somme")
_NEANT = frozenset({"–", "-", "—", "néant", "neant", "0", ""})
_LIGNES = 2  # rows that must agree before another is said to be wrong
_DEMI = Fraction(1, 20)  # what rounding to a tenth hides of a share
_CENT = 100


class Faute(Struct, frozen=True):
    """A wrong total or share, and its row and column in the table."""

    rang: int
    colonne: int
    addition: AdditionFausse


class Calcul(Struct, dict=True):
    """A table as numbers, by row and column, but those that are known to be wrong."""

    lu: TableauLu
    fautives: Set[tuple[int, int]]

    @cached_property
    def nombres(self) -> dict[tuple[int, int], NombreLu]:
        """The number of each cell that holds one and no other."""
        trouves: dict[tuple[int, int], NombreLu] = {}
        numeros = find_numbering(self.lu)
        for rang, rangee in enumerate(self.lu.donnees):
            for colonne, cellule in enumerate(rangee):
                nombre = None if cellule.suite else only_number(cellule)
                fautive = (rang + self.lu.entetes, colonne) in self.fautives
                if nombre is not None and colonne not in numeros and not fautive:
                    unite = self._unite(colonne, nombre)
                    trouves[rang, colonne] = retype(nombre, unite)
        return trouves

    def titre(self, colonne: int) -> str:
        """The heading of a column."""
        colonnes = self.lu.colonnes
        return colonnes[colonne] if colonne < len(colonnes) else ""

    def _unite(self, colonne: int, nombre: NombreLu) -> Unite:
        """The unit of a cell: its own, else that of its heading."""
        if nombre.unite is not None and nombre.unite is not Unite.NOMBRE:
            return nombre.unite
        titre = fold(self.titre(colonne))
        if "€" in titre or "euros" in titre or "montant" in titre:
            return Unite.EUROS
        if "%" in titre or "taux" in titre or titre.startswith("part"):
            return Unite.POURCENTAGE
        return Unite.NOMBRE

    @cached_property
    def totaux(self) -> list[int]:
        """The rows that print totals."""
        return [
            rang
            for rang, rangee in enumerate(self.lu.donnees)
            if fold(row_label(rangee)).lstrip("*_ ").startswith(_TOTAUX)
        ]

    @property
    def largeur(self) -> int:
        """How many columns there are."""
        return max(map(len, self.lu.donnees), default=0)

    def column(self, colonne: int) -> list[tuple[int, NombreLu]]:
        """The numbers of a column, from the top."""
        hauteur = len(self.lu.donnees)
        cases = ((rang, self.nombres.get((rang, colonne))) for rang in range(hauteur))
        return [(rang, nombre) for rang, nombre in cases if nombre is not None]

    def is_whole(self, colonne: int) -> bool:
        """Whether every cell of a column is a number or says that there is none."""
        return all(
            (rang, colonne) in self.nombres
            or colonne >= len(rangee)
            or fold(rangee[colonne].texte) in _NEANT
            for rang, rangee in enumerate(self.lu.donnees)
        )


def check_table(
    lu: TableauLu, touts: frozenset[Fraction], fautives: Set[tuple[int, int]]
) -> Iterator[Faute]:
    """The totals and the shares that the cells contradict; `touts`: what shares may be of.

    `fautives`: the cells, by row and column of the table, that are no base to accuse others from.
    """
    if lu.graphique or (not lu.entetes and len(lu.rangees) < _LIGNES):
        return
    calcul = Calcul(lu, fautives)
    for colonne in range(calcul.largeur):
        yield from _check_column(calcul, colonne)
        yield from _check_shares(calcul, colonne, touts)
    yield from _check_rows(calcul)


def _check_column(calcul: Calcul, colonne: int) -> Iterator[Faute]:
    """Each printed total of a column that is no sum of the rows above it."""
    cases = calcul.column(colonne)
    totaux = [rang for rang, _ in cases if rang in calcul.totaux]
    if not totaux or not calcul.is_whole(colonne):
        return
    depuis: list[NombreLu] = []  # the rows since the last total
    toutes: list[NombreLu] = []
    sous_totaux: list[NombreLu] = []
    for rang, nombre in cases:
        if rang not in totaux:
            depuis.append(nombre)
            toutes.append(nombre)
            continue
        sommes = [_sum(s) for s in (depuis, toutes, sous_totaux) if s]
        if sommes and not any(_is_sum(nombre, somme, len(toutes)) for somme in sommes):
            yield _fault(calcul, (rang, colonne), nombre, sommes[0], "la somme de la colonne")
        sous_totaux.append(nombre)
        depuis = []


def _sum(nombres: list[NombreLu]) -> Fraction:
    return sum((n.valeur for n in nombres), Fraction(0))


def _is_sum(nombre: NombreLu, somme: Fraction, combien: int) -> bool:
    """Whether a printed total is that sum; rounded shares may miss it by a little."""
    if nombre.unite is Unite.POURCENTAGE:
        return abs(nombre.valeur - somme) <= _DEMI * combien + _DEMI
    return abs(nombre.valeur - somme) * _CENT < 1 or (nombre.pas < 1 and agree(nombre, somme) > 0)


def _check_shares(calcul: Calcul, colonne: int, touts: frozenset[Fraction]) -> Iterator[Faute]:
    """Each share that is not the ratio of its row, in a column where most are."""
    parts = [(r, n) for r, n in calcul.column(colonne) if n.unite is Unite.POURCENTAGE]
    if len(parts) <= _LIGNES:
        return
    essais = (
        _try_shares(calcul, parts, base, tout)
        for base in range(calcul.largeur)
        if base != colonne
        for tout in _wholes(calcul, base, touts)
    )
    meilleur = min((e for e in essais if e is not None), key=len, default=[])
    for rang, nombre, juste in meilleur:
        yield _fault(calcul, (rang, colonne), nombre, juste, "le rapport de sa ligne")


def _wholes(calcul: Calcul, base: int, touts: frozenset[Fraction]) -> Iterator[Fraction]:
    """What the shares of a column may be of: its total, its sum, an amount of the year."""
    cases = calcul.column(base)
    if not cases or any(n.unite is Unite.POURCENTAGE for _, n in cases):
        return
    totaux = [n.valeur for rang, n in cases if rang in calcul.totaux]
    sommes = [_sum([n for rang, n in cases if rang not in calcul.totaux])]
    autres = sorted(touts) if cases[0][1].unite is Unite.EUROS else []
    candidats = [*totaux[-1:], *(sommes if calcul.is_whole(base) else ()), *autres]
    yield from (tout for tout in dict.fromkeys(candidats) if tout > 0)


def _try_shares(
    calcul: Calcul, parts: list[tuple[int, NombreLu]], base: int, tout: Fraction
) -> list[tuple[int, NombreLu, Fraction]] | None:
    """The shares that are not those of a whole; None when too few are for it to be that whole."""
    faux, justes = [], 0
    for rang, nombre in parts:
        montant = calcul.nombres.get((rang, base))
        if montant is None:
            continue
        juste = montant.valeur * _CENT / tout
        if agree(nombre, juste) is Accord.NON:
            faux.append((rang, nombre, juste))
        else:
            justes += 1
    return faux if justes >= max(_LIGNES, 2 * len(faux)) else None


def _check_rows(calcul: Calcul) -> Iterator[Faute]:
    """Each cell of a last column «Total» that is not the sum of its row, when most are."""
    derniere = calcul.largeur - 1
    if not fold(calcul.titre(derniere)).startswith(_TOTAUX):
        return
    faux, justes = [], 0
    for rang in range(len(calcul.lu.donnees)):
        total = calcul.nombres.get((rang, derniere))
        siens = [calcul.nombres.get((rang, c)) for c in range(derniere)]
        ajoutes = [n for n in siens if n is not None and total and n.unite is total.unite]
        if total is None or len(ajoutes) < _LIGNES:
            continue
        somme = _sum(ajoutes)
        if total.valeur == somme:
            justes += 1
        else:
            faux.append((rang, total, somme))
    if justes >= max(_LIGNES, len(faux)):
        for rang, total, somme in faux:
            yield _fault(calcul, (rang, derniere), total, somme, "la somme de la ligne")


def _fault(
    calcul: Calcul, case: tuple[int, int], nombre: NombreLu, juste: Fraction, calcule: str
) -> Faute:
    rang, colonne = case
    unite = nombre.unite or Unite.NOMBRE
    cellule = calcul.lu.donnees[rang][colonne]
    place = replace(
        calcul.lu.place,
        ligne=row_label(calcul.lu.donnees[rang]),
        colonne=calcul.titre(colonne),
        debut=cellule.texte,
    )
    addition = AdditionFausse(place, nombre.texte, Quantite(juste, unite).affiche, calcule)
    return Faute(rang + calcul.lu.entetes, colonne, addition)
