"""Why a workbook is not read: a reason, and the sheet and the cell when they are known."""

from rapportpv.reading.rules.pv002_fichier_illisible import Refus


class ClasseurRefuseError(Exception):
    """The file is no workbook that can be read; `raison` says why."""

    def __init__(self, raison: Refus, feuille: str | None = None, cellule: str = "") -> None:
        super().__init__(raison)
        self.raison: Refus = raison
        self.feuille = feuille or None
        self.cellule = cellule
