"""What each row of a sheet is, decided before any of it is validated."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from rapportpv.load.headers import Entete
from rapportpv.model.colonnes import Plan
from rapportpv.model.lexique import fold

_TOTAL = re.compile(r"((sous|s)[-/ ]*)?(total|totaux)([^a-z]|$)")
_MONTANTS = frozenset({"montant", "total", "cout_total", "population"})
_ASSEZ_DE_TEXTES = 2


class Genre(Enum):
    """The kinds of rows below the headings."""

    VIDE = auto()
    ENTETE = auto()  # the headings once more
    INTERTITRE = auto()  # a section heading, or a note
    TOTAL = auto()
    DONNEES = auto()


@dataclass(frozen=True)
class Trieur:
    """Tells the kind of the rows of one sheet."""

    entete: Entete
    plan: Plan

    def kind(self, ligne: Sequence[Any]) -> Genre:
        """The kind of a row."""
        remplies = [v for v in ligne if not _is_blank(v)]
        if not remplies:
            return Genre.VIDE
        if self.entete.is_repeated(ligne):
            return Genre.ENTETE
        requis = self._count_textes_requis(ligne)
        if _is_total(remplies) and requis < len(self._textes_requis()):
            return Genre.TOTAL
        if all(isinstance(v, int | float) for v in remplies) and not self._cell(ligne, "numero"):
            return Genre.TOTAL if len(remplies) > 1 else Genre.DONNEES
        if requis < min(_ASSEZ_DE_TEXTES, len(self._textes_requis())) and self._is_note(ligne):
            return Genre.INTERTITRE
        return Genre.DONNEES

    def _is_note(self, ligne: Sequence[Any]) -> bool:
        """Whether a row with hardly a text holds neither an amount nor the number of a project."""
        seule = sum(not _is_blank(valeur) for valeur in ligne) == 1
        return not self._has_montant(ligne) and (seule or not self._cell(ligne, "numero"))

    def _textes_requis(self) -> list[str]:
        return [champ.nom for champ in self.plan.requis if champ.nom not in _MONTANTS]

    def _count_textes_requis(self, ligne: Sequence[Any]) -> int:
        return sum(bool(self._cell(ligne, nom)) for nom in self._textes_requis())

    def _has_montant(self, ligne: Sequence[Any]) -> bool:
        textes = {champ.nom for champ in self.plan.champs} - _MONTANTS
        colonnes = [c for code, c in self.entete.colonnes.items() if code not in textes]
        return any(not _is_blank(ligne[c - 1]) for c in colonnes if c <= len(ligne))

    def _cell(self, ligne: Sequence[Any], code: str) -> Any:
        colonne = self.entete.colonnes.get(code)
        if colonne is None or colonne > len(ligne) or _is_blank(ligne[colonne - 1]):
            return None
        return ligne[colonne - 1]


def total_label(ligne: Sequence[Any]) -> str:
    """The words of a total row: «Sous-total Emploi», «TOTAL_1»; empty when it has none."""
    return next((v.strip() for v in ligne if isinstance(v, str) and v.strip()), "")


def _is_total(remplies: Sequence[Any]) -> bool:
    premier = next((v for v in remplies if isinstance(v, str)), "")
    return bool(_TOTAL.match(fold(premier)))


def _is_blank(valeur: Any) -> bool:
    return valeur is None or (isinstance(valeur, str) and not valeur.strip())
