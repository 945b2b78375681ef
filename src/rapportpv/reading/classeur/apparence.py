"""How cells look, where that says something: formats that scale, struck-through text, fills."""

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np
from msgspec import Struct, field

from rapportpv.core.emplacement import Case
from rapportpv.reading.classeur.bloc import Vecteur
from rapportpv.reading.classeur.formats import Format
from rapportpv.reading.classeur.styles import Style, Styles


def _none() -> Vecteur:
    return np.zeros(0, np.int64)


class Apparence(Struct, frozen=True, dict=True):
    """The filled cells whose style says something: their rows, columns and styles by number."""

    lignes: Vecteur = field(default_factory=_none)
    colonnes: Vecteur = field(default_factory=_none)
    styles: Vecteur = field(default_factory=_none)
    table: Styles = field(default_factory=Styles)

    @cached_property
    def formats(self) -> Mapping[Case, Format]:
        """The cells whose format shows another number than they hold."""
        return {
            case: style.format for case, style in self._pick("format") if style.format is not None
        }

    @cached_property
    def barrees(self) -> frozenset[Case]:
        """The cells that are struck through."""
        return frozenset(case for case, _ in self._pick("barre"))

    @cached_property
    def couleurs(self) -> Mapping[Case, str]:
        """The fill of the cells that have one, white left out: «FFFF00»."""
        return {case: style.couleur for case, style in self._pick("couleur")}

    def _pick(self, trait: str) -> list[tuple[Case, Style]]:
        liste = self.table.liste
        voulus = np.array([bool(getattr(style, trait)) for style in liste], dtype=bool)
        if not len(self.styles) or not voulus.any():
            return []
        gardees = voulus[self.styles]
        colonnes = zip(
            self.lignes[gardees].tolist(),
            self.colonnes[gardees].tolist(),
            self.styles[gardees].tolist(),
            strict=True,
        )
        return [((ligne, colonne), liste[style]) for ligne, colonne, style in colonnes]


def make_apparence(cellules: Sequence[tuple[int, int, int]], table: Styles) -> Apparence:
    """The same from cells told one by one: row, column, style."""
    if not cellules:
        return Apparence()
    lignes, colonnes, styles = np.array(cellules, np.int64).T
    return Apparence(lignes, colonnes, styles, table)
