"""Formulas that add cells up, read from their text."""

import re
from typing import TypeAlias

from msgspec import Struct

from rapportpv.core.emplacement import Case

Plage: TypeAlias = tuple[int, int, int, int]
"""A rectangle of cells: first row, first column, last row, last column."""

_CASE = r"\$?[A-Z]{1,3}\$?\d{1,7}"
_PLAGES = rf"{_CASE}(?::{_CASE})?(?:[,;]{_CASE}(?::{_CASE})?)*"
_TERME = (
    rf"(?:(?:SUM|SOMME)\({_PLAGES}\)|(?:SUBTOTAL|SOUS\.TOTAL)\((?:10)?9[,;]{_PLAGES}\)|{_CASE})"
)
_FORMULE = re.compile(rf"=\+?{_TERME}(?:\+{_TERME})*")
_CASES = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")
_APPEL = re.compile(r"SUM|SOMME|SUBTOTAL|SOUS\.TOTAL")


class Somme(Struct, frozen=True):
    """A formula that adds cells up, and nothing else."""

    plages: tuple[Plage, ...]
    sous_total: bool  # SUBTOTAL leaves out the other SUBTOTALs that it goes over
    chaine: bool  # A1+A2: a text that looks like a number is added too

    def covers(self, case: Case) -> bool:
        """Whether it goes over a cell."""
        return any(
            haut <= case[0] <= bas and gauche <= case[1] <= droite
            for haut, gauche, bas, droite in self.plages
        )

    def is_vertical(self, case: Case) -> bool:
        """Whether it adds up cells of its own column only."""
        return all(gauche == droite == case[1] for _, gauche, _, droite in self.plages)

    def is_horizontal(self, case: Case) -> bool:
        """Whether it adds up cells of its own row only."""
        return all(haut == bas == case[0] for haut, _, bas, _ in self.plages)


def read_somme(formule: str) -> Somme | None:
    """The sum that a formula is; None for one that does anything else."""
    texte = formule.replace(" ", "").upper()
    if not _FORMULE.fullmatch(texte):
        return None
    return Somme(
        tuple(_read_plage(trouvee) for trouvee in _CASES.finditer(texte)),
        sous_total="TOTAL(" in texte,
        chaine=not _APPEL.search(texte),
    )


def column_number(lettres: str) -> int:
    """A → 1, AA → 27."""
    numero = 0
    for lettre in lettres:
        numero = numero * 26 + ord(lettre) - ord("A") + 1
    return numero


def _read_plage(trouvee: re.Match[str]) -> Plage:
    gauche, haut, droite, bas = trouvee.groups()
    colonnes = sorted((column_number(gauche), column_number(droite or gauche)))
    lignes = sorted((int(haut), int(bas or haut)))
    return lignes[0], colonnes[0], lignes[1], colonnes[1]
