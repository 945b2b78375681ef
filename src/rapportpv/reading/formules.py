"""What a simple formula comes to, to be held against the result that the file keeps of it."""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

from rapportpv.core.emplacement import Case
from rapportpv.core.somme import column_number

_SIGNES = re.compile(
    r"\s*(?:(?P<nombre>\d+(?:\.\d+)?(?:E[+-]?\d+)?)|(?P<case>\$?[A-Z]{1,3}\$?\d{1,7})"
    r"|(?P<somme>(?:SUM|SOMME)\()|(?P<signe>[-+*/():,;%]))",
    re.IGNORECASE,
)
_CASE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_ASSEZ = 10_000  # cells that a sum goes over: more is no amount of one project

Lire = Callable[[Case], Any]


class _InconnueError(ValueError):
    """The formula does more than add, subtract, multiply, divide."""


def compute(formule: str, lire: Lire) -> Fraction | None:
    """What the formula comes to with the values of the sheet; None for one that does more."""
    try:
        return _Calcul(formule.removeprefix("="), lire).result()
    except (_InconnueError, ZeroDivisionError):
        return None


class _Calcul:
    """A formula being read from left to right."""

    def __init__(self, texte: str, lire: Lire) -> None:
        self._lire = lire
        self._signes = list(_split(texte))
        self._rang = 0

    def result(self) -> Fraction:
        valeur = self._add()
        if self._rang != len(self._signes):
            raise _InconnueError
        return valeur

    def _next(self, *attendus: str) -> str:
        """The next sign when it is one of those, which is then behind; else nothing."""
        if self._rang < len(self._signes) and self._signes[self._rang][1] in attendus:
            self._rang += 1
            return self._signes[self._rang - 1][1]
        return ""

    def _add(self) -> Fraction:
        valeur = self._multiply()
        while signe := self._next("+", "-"):
            autre = self._multiply()
            valeur = valeur + autre if signe == "+" else valeur - autre
        return valeur

    def _multiply(self) -> Fraction:
        valeur = self._term()
        while signe := self._next("*", "/"):
            autre = self._term()
            valeur = valeur * autre if signe == "*" else valeur / autre
        return valeur

    def _term(self) -> Fraction:
        if signe := self._next("+", "-"):
            return self._term() if signe == "+" else -self._term()
        if self._next("("):
            valeur = self._add()
            self._close()
        else:
            valeur = self._atom()
        return valeur / 100 if self._next("%") else valeur

    def _close(self) -> None:
        if not self._next(")"):
            raise _InconnueError

    def _atom(self) -> Fraction:
        if self._rang >= len(self._signes):
            raise _InconnueError
        genre, texte = self._signes[self._rang]
        self._rang += 1
        if genre == "nombre":
            return Fraction(texte)
        if genre == "case":
            return self._value(_case(texte))
        if genre == "somme":
            return self._sum()
        raise _InconnueError

    def _sum(self) -> Fraction:
        somme = Fraction(0)
        while True:
            genre, texte = self._signes[self._rang] if self._rang < len(self._signes) else ("", "")
            if genre == "case" and self._signes[self._rang + 1 : self._rang + 2] == [
                ("signe", ":")
            ]:
                fin = self._signes[self._rang + 2 : self._rang + 3]
                if not fin or fin[0][0] != "case":
                    raise _InconnueError
                self._rang += 3
                somme += self._sum_range(_case(texte), _case(fin[0][1]))
            else:
                somme += self._add()
            if not self._next(",", ";"):
                break
        self._close()
        return somme

    def _sum_range(self, debut: Case, fin: Case) -> Fraction:
        hauteur, largeur = fin[0] - debut[0] + 1, fin[1] - debut[1] + 1
        if not 0 < hauteur * largeur <= _ASSEZ:
            raise _InconnueError
        cases = [(debut[0] + i, debut[1] + j) for i in range(hauteur) for j in range(largeur)]
        return sum((_number(self._lire(case)) or Fraction(0) for case in cases), Fraction(0))

    def _value(self, case: Case) -> Fraction:
        lue = self._lire(case)
        valeur = Fraction(0) if lue is None else _number(lue)
        if valeur is None:
            raise _InconnueError
        return valeur


def _split(texte: str) -> Iterator[tuple[str, str]]:
    rang = 0
    while rang < len(texte.rstrip()):
        trouve = _SIGNES.match(texte, rang)
        if not trouve or trouve.end() == rang:
            raise _InconnueError
        yield str(trouve.lastgroup), trouve[str(trouve.lastgroup)]
        rang = trouve.end()


def _case(texte: str) -> Case:
    trouvee = _CASE.fullmatch(texte)
    if trouvee is None:
        raise _InconnueError
    return int(trouvee[2]), column_number(trouvee[1].upper())


def _number(valeur: Any) -> Fraction | None:
    if isinstance(valeur, bool) or not isinstance(valeur, int | float):
        return None
    return Fraction(valeur) if abs(valeur) < 1e300 else None
