"""Tables of open data: their columns, their exact cells, and their CSV."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal, TypeAlias

from msgspec import Struct

from rapportpv.core.chiffre import Quantite, Unite

Valeur: TypeAlias = str | int | Decimal | bool | date | None
Type = Literal["string", "integer", "number", "boolean", "date"]

_DECIMALES = 10  # of a share, which may have no end
_FORMULES = ("=", "+", "-", "@", "\t", "\r", "\n")
_NOMBRE = re.compile(r"-?\d+(?:[.,]\d+)?")


class Champ(Struct, frozen=True):
    """A column: its name for programs, its title, its type, and what it is in."""

    nom: str
    titre: str
    type: Type = "string"
    unite: str = ""


class Table(Struct, frozen=True):
    """A table of open data."""

    nom: str
    titre: str
    champs: tuple[Champ, ...]
    lignes: tuple[tuple[Valeur, ...], ...]


def read_quantite(quantite: Quantite) -> int | Decimal:
    """The exact value: euros to the cent, shares to ten decimals."""
    valeur = quantite.valeur
    if valeur.denominator == 1:
        return valeur.numerator
    return write_euros(valeur) if quantite.unite is Unite.EUROS else _round(valeur, _DECIMALES)


def write_euros(euros: Fraction) -> Decimal:
    """An amount, to the cent."""
    return _round(euros, 2)


def _round(valeur: Fraction, decimales: int) -> Decimal:
    """The value with so many decimals, half away from zero."""
    pas = 10**decimales
    entier = (abs(valeur) * 2 * pas + 1) // 2
    signe = 1 if valeur < 0 else 0
    return Decimal((signe, tuple(map(int, str(entier))), -decimales))  # whatever the precision


def write_csv(champs: Sequence[Champ], lignes: Iterable[Sequence[Valeur]]) -> bytes:
    """The CSV as RFC 4180 has it, in UTF-8; no text of it is taken for a formula."""
    rangees = [",".join(_quote(champ.nom) for champ in champs)]
    rangees += [",".join(_quote(_write(valeur)) for valeur in ligne) for ligne in lignes]
    return ("\r\n".join(rangees) + "\r\n").encode("utf-8")


def _write(valeur: Valeur) -> str:
    if isinstance(valeur, str):
        return defuse(valeur)
    if isinstance(valeur, bool):
        return "true" if valeur else "false"
    if isinstance(valeur, Decimal):
        return f"{valeur:f}"
    return "" if valeur is None else str(valeur)


def defuse(texte: str) -> str:
    """The text, behind an apostrophe where a spreadsheet would run it; a number is left alone."""
    dangereux = texte.startswith(_FORMULES) and not _NOMBRE.fullmatch(texte)
    return f"'{texte}" if dangereux else texte


def _quote(texte: str) -> str:
    if any(signe in texte for signe in ',"\r\n') or texte != texte.strip():
        return '"' + texte.replace('"', '""') + '"'
    return texte
