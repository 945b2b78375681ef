"""Sums of a sheet that are written as formulas: what they add up, and what they should."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from rapportpv.core.emplacement import Case, column_letter
from rapportpv.core.plan import FINANCEUR
from rapportpv.core.somme import Somme
from rapportpv.core.trame import Trame
from rapportpv.reading.totals.cumul import Cumul
from rapportpv.reading.totals.ecarts import name_plages
from rapportpv.reading.totals.totaux import Tableau


class Defaut(Struct, frozen=True):
    """What a sum leaves out, counts twice, or takes in beside its own rows or columns."""

    nom: str  # «ligne» or «colonne»
    oubliees: tuple[int, ...]
    doublees: tuple[int, ...]
    etrangeres: tuple[int, ...]
    attendues: tuple[int, ...]

    def __str__(self) -> str:
        """«n’additionne pas la ligne 37», «compte deux fois les lignes 5 à 12»."""
        fautes = (
            ("n’additionne pas", self.oubliees),
            ("compte deux fois", self.doublees),
            ("prend aussi", self.etrangeres),
        )
        return ", ".join(f"{verbe} {self._name(n)}" for verbe, n in fautes if n)

    @property
    def fautives(self) -> set[int]:
        """All the rows, or columns, that the sum gets wrong."""
        return {*self.oubliees, *self.doublees, *self.etrangeres}

    @property
    def suggestion(self) -> str:
        """What the sum should go over."""
        return f"Additionnez {self._name(self.attendues)}, une fois chacune."

    def _name(self, numeros: Iterable[int]) -> str:
        return name_plages(self.nom, numeros, column_letter if self.nom == "colonne" else str)


def find_defauts(tableau: Tableau) -> Mapping[Case, Defaut]:
    """The sums that are too short or too long, by an amount at least, by cell."""
    if "defauts" not in tableau.memo:
        tableau.memo["defauts"] = _find_defauts(tableau) if tableau.feuille.trame.sommes else {}
    defauts: Mapping[Case, Defaut] = tableau.memo["defauts"]
    return defauts


def _find_defauts(tableau: Tableau) -> dict[Case, Defaut]:
    trame = tableau.feuille.trame
    defauts = dict(_check_lignes(tableau))
    for code, colonne in tableau.feuille.colonnes.items():
        if code in tableau.cumuls:
            lecture = _Colonne(tableau, code, tableau.cumuls[code], colonne)
            for ligne in trame.totales:
                if defaut := lecture.check(ligne):
                    defauts[ligne, colonne] = defaut
    return defauts


def list_omises(trame: Trame, case: Case) -> Iterator[list[Case]]:
    """What Excel leaves out of a sum: amounts that are texts; rows that a filter hides."""
    somme = trame.sommes.get(case)
    if somme is None or somme.chaine:
        return
    yield [autre for autre in trame.textes_pres_de(case) if somme.covers(autre)]
    if somme.sous_total:
        cases = ((ligne, case[1]) for ligne in trame.lignes_masquees)
        yield [autre for autre in cases if somme.covers(autre)]


class _Colonne(Struct):
    """The sums of one column, followed down to the rows of data that they count."""

    tableau: Tableau
    code: str
    cumul: Cumul
    colonne: int
    montants: dict[int, int] = field(default_factory=dict)
    comptees: dict[int, Counter[int]] = field(default_factory=dict)
    defauts: dict[int, Defaut | None] = field(default_factory=dict)

    def check(self, ligne: int) -> Defaut | None:
        """What the sum in that row gets wrong; None when nothing, or when it is another matter."""
        if ligne not in self.defauts:
            self.defauts[ligne] = None  # should it go over itself
            self.defauts[ligne] = self._check(ligne)
        return self.defauts[ligne]

    def _check(self, ligne: int) -> Defaut | None:
        somme = self._somme(ligne)
        if somme is None or self.tableau.is_sum(ligne, self.code, self.amount(ligne)):
            return None
        comptees = self.count(ligne)
        if not comptees:
            return None
        lignes = comptees.keys()
        attendues = min(self._expected(ligne, comptees), key=lambda a: len(lignes ^ set(a)))
        defaut = _compare("ligne", comptees, attendues)
        communes = len(comptees.keys() & set(defaut.attendues))
        # A total of we do not know what may well leave out many rows.
        indulgence = 1 if self.tableau.is_plain(ligne) else 4
        touche = not defaut.fautives.isdisjoint(self.cumul.par_ligne)
        return defaut if touche and _weight(defaut) * indulgence <= communes else None

    def amount(self, ligne: int) -> int:
        """What a total comes to, by its formula if it has one."""
        if ligne not in self.montants:
            self.montants[ligne] = 0  # should it go over itself
            somme = self._somme(ligne)
            self.montants[ligne] = (
                sum(self.cumul.between(haut - 1, bas + 1) for haut, _, bas, _ in somme.plages)
                + sum(self._settle(autre) for autre in self._totals_in(somme))
                if somme
                else self.tableau.imprimes.get((ligne, self.colonne), 0)
            )
        return self.montants[ligne]

    def _settle(self, ligne: int) -> int:
        """What a total should come to: who adds it up has no part in its own fault."""
        defaut = self.check(ligne)
        return self.cumul.sum(defaut.attendues) if defaut else self.amount(ligne)

    def count(self, ligne: int) -> Counter[int]:
        """How many times a total counts each row of data."""
        if ligne not in self.comptees:
            self.comptees[ligne] = Counter()
            if somme := self._somme(ligne):
                comptees: Counter[int] = Counter()
                for haut, _, bas, _ in somme.plages:
                    comptees.update(self._block(haut - 1, bas + 1))
                for autre in self._totals_in(somme):
                    defaut = self.check(autre)
                    comptees.update(defaut.attendues if defaut else self.count(autre))
                self.comptees[ligne] = comptees
            elif montant := self.tableau.imprimes.get((ligne, self.colonne)):
                debut = self.cumul.find_start(self.tableau.feuille.trame.debuts, ligne, montant)
                block = self._block(debut or self.tableau.last_start(ligne), ligne)
                self.comptees[ligne] = Counter(block)
        return self.comptees[ligne]

    def _somme(self, ligne: int) -> Somme | None:
        somme = self.tableau.feuille.trame.sommes.get((ligne, self.colonne))
        return somme if somme and somme.is_vertical((ligne, self.colonne)) else None

    def _totals_in(self, somme: Somme) -> Iterator[int]:
        """The other totals that a sum goes over; SUBTOTAL leaves out its likes."""
        for haut, _, bas, _ in somme.plages:
            for autre in _between(self.tableau.totales, haut - 1, bas + 1):
                sienne = self._somme(autre)
                if not (somme.sous_total and sienne and sienne.sous_total):
                    yield autre

    def _expected(self, ligne: int, comptees: Counter[int]) -> Iterator[Sequence[int]]:
        """The rows that the total may be meant for."""
        trame, dernier = self.tableau.feuille.trame, self.tableau.last_start(ligne)
        premier = trame.debuts[max(bisect_left(trame.debuts, min(comptees)) - 1, 0)]
        for debut in dict.fromkeys((dernier, min(premier, dernier), trame.debuts[0])):
            yield self._block(debut, ligne)
        if groupe := self.tableau.group(ligne):
            yield groupe
        if self.tableau.au_dessus:
            fin = trame.donnees[-1] + 1
            suivants = trame.debuts[bisect_left(trame.debuts, max(comptees)) :]
            yield self._block(ligne, min((*suivants, fin)))
            yield self._block(ligne, fin)

    def _block(self, debut: int, fin: int) -> Sequence[int]:
        return _between(self.tableau.feuille.trame.donnees, debut, fin)


def _check_lignes(tableau: Tableau) -> Iterator[tuple[Case, Defaut]]:
    """The sums at the end of rows, over the columns of the funders."""
    feuille = tableau.feuille
    position = feuille.colonnes.get("total", 0)
    par_colonne = {feuille.colonnes[code]: cumul for code, cumul in tableau.simples.items()}
    financeurs = [feuille.colonnes[c] for c in tableau.simples if c.startswith(FINANCEUR)]
    formes: dict[tuple[tuple[int, int], ...], list[int]] = {}
    for (ligne, colonne), somme in feuille.trame.sommes.items():
        if colonne == position and somme.is_horizontal((ligne, colonne)):
            forme = tuple((gauche, droite) for _, gauche, _, droite in somme.plages)
            formes.setdefault(forme, []).append(ligne)
    for forme, lignes in formes.items():
        comptees = Counter(c for gauche, droite in forme for c in range(gauche, droite + 1))
        connues = Counter({c: n for c, n in comptees.items() if c in par_colonne})
        defaut = _compare("colonne", connues, financeurs)
        touchees = {n for c in defaut.fautives for n in par_colonne[c].lignes.tolist()}
        if _weight(defaut) <= len(connues.keys() & set(financeurs)):
            yield from (((ligne, position), defaut) for ligne in lignes if ligne in touchees)


def _compare(nom: str, comptees: Counter[int], attendues: Iterable[int]) -> Defaut:
    voulues = set(attendues)
    return Defaut(
        nom,
        tuple(voulues - comptees.keys()),
        tuple(n for n, fois in comptees.items() if fois > 1),
        tuple(comptees.keys() - voulues),
        tuple(voulues),
    )


def _weight(defaut: Defaut) -> int:
    return len(defaut.oubliees) + len(defaut.doublees) + len(defaut.etrangeres)


def _between(numeros: Sequence[int], debut: int, fin: int) -> Sequence[int]:
    """Those of the sorted numbers that lie above one and below another."""
    return numeros[bisect_right(numeros, debut) : bisect_left(numeros, fin)]
