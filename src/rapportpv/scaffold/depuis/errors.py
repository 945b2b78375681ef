"""What stops `init --depuis`: one sentence each, nothing written."""

from pathlib import Path

from rapportpv.core.errors import RapportError
from rapportpv.french.typographie import format_liste

LUES = (".xlsx", ".xlsm", ".ods", ".xls", ".csv")
"""The kinds of files that `--depuis` takes."""


class DepuisAbsentError(RapportError):
    """The workbook is not there."""

    def __init__(self, chemin: Path) -> None:
        super().__init__(
            f"Le fichier « {chemin} » n’existe pas : rien n’a été écrit. Vérifiez son nom et son "
            "dossier ; un nom qui a des espaces s’écrit entre guillemets."
        )


class DepuisExtensionError(RapportError):
    """The file has the name of no workbook."""

    def __init__(self, chemin: Path) -> None:
        super().__init__(
            f"« {chemin.name} » n’est pas un classeur que --depuis lit : rien n’a été écrit. "
            f"Enregistrez-le dans l’un de ces formats : {format_liste(LUES)}."
        )


class DepuisIllisibleError(RapportError):
    """The file is no workbook that can be read."""

    def __init__(self, chemin: Path, raison: str) -> None:
        super().__init__(f"« {chemin.name} » ne se lit pas, et rien n’a été écrit : {raison}.")


class DepuisSansTableauError(RapportError):
    """No sheet of the workbook is a table of projects."""

    def __init__(self, chemin: Path) -> None:
        super().__init__(
            f"Aucune feuille de « {chemin.name} » n’est un tableau de projets : rien n’a été "
            "écrit. Il y faut une ligne de titres (action, porteur, pilier, statut, financeurs) "
            "et, dessous, une ligne par projet."
        )


class DepuisSansAccordError(RapportError):
    """The proposal was shown, and nobody is there to accept it."""

    def __init__(self, commande: str) -> None:
        super().__init__("Rien n’a été écrit. Pour accepter cette proposition, tapez :")
        self.args = (f"{self.args[0]} {commande}",)  # with the quotes that a shell knows
