"""How large a workbook may be: what a sound one never reaches, and a hostile one always does."""

from rapportpv.core.emplacement import Case, cell_name
from rapportpv.reading.classeur.refus import ClasseurRefuseError

FICHIER = 150 * 2**20
"""Bytes of a file as it is on the disk."""

ENTREES = 10_000
"""Parts in a package."""

DEPLIE = 600 * 2**20
"""Bytes of all the parts that are read, once unpacked."""

TAUX, FRANCHISE = 60, 8 * 2**20
"""How many times a part may grow when it is unpacked, past so many bytes."""

LIGNES = 201_000
"""Rows with something in them: 200,000 of data, and their titles, headings and totals."""

LIGNES_EXCEL, COLONNES_EXCEL = 1_048_576, 16_384

AIRE, AIRE_LIBRE, RARETE = 12_000_000, 4_000_000, 8
"""Cells of the rectangle that holds all the filled ones: at most, without a question, and how many
times those that are filled, past that."""

FUSIONS = 100_000
LIGNES_FUSIONNEES = 1_000_000
"""Merged ranges, and the rows that they span in all."""

ALENTOURS = 1_000_000
"""Links, validations, conditional formats… of a sheet."""

TEXTES = 1_200 * 2**20
"""Bytes of the shared texts, each counted as often as a cell shows it."""


class Etendue:
    """How far the filled cells of a sheet go, told as soon as it is too far."""

    def __init__(self, feuille: str) -> None:
        self.feuille = feuille
        self.hauteur = self.largeur = self.remplies = self.rangees = 0
        self._basse = self._large = (1, 1)

    def add(self, basse: Case, large: Case, remplies: int, rangees: int) -> None:
        """Count more cells: the lowest, the one most to the right, how many, on how many rows."""
        if basse[0] > self.hauteur:
            self.hauteur, self._basse = basse[0], basse
        if large[1] > self.largeur:
            self.largeur, self._large = large[1], large
        self.remplies += remplies
        self.rangees += rangees
        if self.hauteur > LIGNES_EXCEL or self.largeur > COLONNES_EXCEL:
            raise ClasseurRefuseError("abime", self.feuille)
        if self.rangees > LIGNES:
            raise ClasseurRefuseError("trop_de_lignes", self.feuille)
        if self.hauteur * self.largeur > AIRE:
            raise self._too_far()

    def close(self) -> None:
        """Refuse a large rectangle that is nearly empty, once every cell is known."""
        aire = self.hauteur * self.largeur
        if aire > AIRE_LIBRE and aire > RARETE * self.remplies:
            raise self._too_far()

    def _too_far(self) -> ClasseurRefuseError:
        """The farther of the two cells, as a share of what a sheet may be."""
        basse = self.hauteur / LIGNES_EXCEL >= self.largeur / COLONNES_EXCEL
        loin = self._basse if basse else self._large
        return ClasseurRefuseError("trop_loin", self.feuille, cell_name(loin))
