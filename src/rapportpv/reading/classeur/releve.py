"""What the XML of a sheet says of its cells beside their values, whichever way it was read."""

from collections.abc import Callable
from functools import cached_property

import numpy as np
from msgspec import Struct, field

from rapportpv.core.emplacement import Case
from rapportpv.core.somme import Plage
from rapportpv.reading.classeur.bloc import Vecteur
from rapportpv.reading.classeur.bornes import Etendue
from rapportpv.reading.classeur.decalage import compile_formule
from rapportpv.reading.classeur.styles import Styles
from rapportpv.reading.classeur.valeurs import Valeurs


class Releve(Struct, dict=True):
    """A sheet's cells as they are met: how far they go, formulas, errors, what is hidden."""

    etendue: Etendue
    styles: Styles
    hauteur: int = 0  # of the cells that hold something
    largeur: int = 0
    partagees: int = 0  # cells that show a shared text
    formules: dict[Case, str] = field(default_factory=dict)
    jamais_calculees: list[Case] = field(default_factory=list)
    erreurs: dict[Case, str] = field(default_factory=dict)
    fusions: list[Plage] = field(default_factory=list)
    lignes_masquees: set[int] = field(default_factory=set)
    bandes_masquees: list[tuple[int, int]] = field(default_factory=list)  # of columns
    stylees: list[tuple[Vecteur, Vecteur, Vecteur]] = field(default_factory=list)
    valeurs: Valeurs = field(default_factory=Valeurs)
    _partagees: dict[str, Callable[[Case], str]] = field(default_factory=dict)

    @cached_property
    def remarquables(self) -> Vecteur:
        """By style, whether it says something; the last standing for none (bool)."""
        return np.array([*self.styles.remarquables, False], dtype=bool)

    def add_formule(self, case: Case, texte: str, partage: str | None) -> None:
        """A formula as its cell writes it; `partage` names the one that several cells share."""
        if partage is not None:
            if texte:
                self._partagees.setdefault(partage, compile_formule(texte, case))
            elif partage in self._partagees:
                texte = self._partagees[partage](case)
        self.formules[case] = f"={texte}"

    def grow(self, hauteur: int, largeur: int) -> None:
        """Count that far what holds something."""
        self.hauteur, self.largeur = max(self.hauteur, hauteur), max(self.largeur, largeur)

    def colonnes_masquees(self) -> frozenset[int]:
        """The hidden columns, as far as the sheet goes."""
        return frozenset(
            colonne
            for debut, fin in self.bandes_masquees
            for colonne in range(debut, min(fin, self.etendue.largeur) + 1)
        )

    def styled(self) -> tuple[Vecteur, Vecteur, Vecteur]:
        """The filled cells whose style says something: their rows, columns and styles."""
        vide = np.zeros(0, np.int64)
        if not self.stylees:
            return vide, vide, vide
        lignes, colonnes, styles = (
            np.concatenate([bloc[rang] for bloc in self.stylees]) for rang in range(3)
        )
        return lignes, colonnes, styles
