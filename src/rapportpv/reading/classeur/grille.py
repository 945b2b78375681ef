"""A sheet's cells as plain lists, whatever its file, addresses kept as Excel shows them."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from rapportpv.core.emplacement import Case
from rapportpv.core.somme import Plage
from rapportpv.reading.classeur.apparence import Apparence
from rapportpv.reading.classeur.bornes import LIGNES_FUSIONNEES
from rapportpv.reading.classeur.formats import Format
from rapportpv.reading.classeur.refus import ClasseurRefuseError


class Grille(Struct, frozen=True):
    """A sheet: its rows from row 1, its columns from A; nothing but its name when it is hidden.

    All rows are as long. An empty cell is None, a cell in error its error as a text («#REF!»), a
    whole number an int, a day a date. A sheet that was not asked for has no rows either.
    """

    nom: str
    lignes: list[list[Any]]
    jamais_calculees: tuple[Case, ...] = ()  # formulas without a value
    formules: Mapping[Case, str] = field(default_factory=dict)
    fusions: tuple[Plage, ...] = ()
    lignes_masquees: frozenset[int] = frozenset()
    colonnes_masquees: frozenset[int] = frozenset()
    masquee: bool = False
    erreurs: Mapping[Case, str] = field(default_factory=dict)
    apparence: Apparence = field(default_factory=Apparence)
    ratures: frozenset[Case] = frozenset()  # the cells whose words are struck one by one

    def cell(self, case: Case) -> Any:
        """The value of a cell, None out of the grid."""
        ligne = self.lignes[case[0] - 1] if case[0] <= len(self.lignes) else []
        return ligne[case[1] - 1] if case[1] <= len(ligne) else None

    def column(self, colonne: int, depuis: int = 1) -> list[Any]:
        """The values of a column, from that row down."""
        rang = colonne - 1
        if not self.lignes or rang >= len(self.lignes[0]):
            return [None] * max(len(self.lignes) - depuis + 1, 0)
        return [ligne[rang] for ligne in self.lignes[depuis - 1 :]]

    @property
    def formats(self) -> Mapping[Case, Format]:
        """The cells whose number format shows another number than they hold, and by how much."""
        return self.apparence.formats

    @property
    def barrees(self) -> frozenset[Case]:
        """The cells whose text is struck through."""
        return self.apparence.barrees | self.ratures

    @property
    def couleurs(self) -> Mapping[Case, str]:
        """The fill of the cells that have one, white left out: «FFFF00»."""
        return self.apparence.couleurs


def repeat_merged(nom: str, lignes: list[list[Any]], fusions: tuple[Plage, ...]) -> None:
    """Repeat a text merged over several rows in each of them."""
    reste = LIGNES_FUSIONNEES
    for haut, gauche, bas, _ in fusions:
        premiere = lignes[haut - 1] if haut <= len(lignes) else []
        valeur = premiere[gauche - 1] if gauche <= len(premiere) else None
        if valeur is None:
            continue
        fin = min(bas, len(lignes))
        reste -= fin - haut
        if reste < 0:
            raise ClasseurRefuseError("trop_de_fusions", nom)
        if isinstance(valeur, str):
            for numero in range(haut, fin):
                lignes[numero][gauche - 1] = valeur
