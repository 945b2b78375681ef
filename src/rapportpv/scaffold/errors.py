"""What stops `init`: one sentence each, nothing written."""

from collections.abc import Iterable
from pathlib import Path

from rapportpv.core.errors import RapportError


class FichierDifferentError(RapportError):
    """A file that is to be laid down is already there, and is not the same."""

    def __init__(self, differences: str) -> None:
        super().__init__("")
        conseil = "Ajoutez --ecraser pour changer ces lignes, ou renommez votre fichier."
        self.args = (f"{differences}\nRien n’a été écrit. {conseil}",)  # the file as it is typed


class InitIncompletError(RapportError):
    """`init` is told neither a year nor a forge."""

    def __init__(self) -> None:
        super().__init__(
            "Dites l’année du rapport : « rapportpv init 2024 » pose un projet, ou l’année "
            "suivante d’un projet. « rapportpv init --ci github » pose la régénération automatique."
        )


class InitSansReponseError(RapportError):
    """`init` lacks what it would ask for, and nobody is there to answer."""

    def __init__(self, annee: int) -> None:
        super().__init__("Il manque le nom de l’intercommunalité. Écrivez par exemple :")
        commande = f'rapportpv init {annee} --epci "Communauté de communes du Val d’Orge"'
        self.args = (f"{self.args[0]} {commande}",)  # with the quotes that a shell knows


class AnneeImpossibleError(RapportError):
    """A year is asked for that is none."""

    def __init__(self, texte: str) -> None:
        super().__init__(
            f"« {texte} » n’est pas une année. Écrivez-la en quatre chiffres, par exemple : "
            "rapportpv init 2024."
        )


class AnneeDejaLaError(RapportError):
    """The year that should be laid down is there."""

    def __init__(self, chemin: Path) -> None:
        super().__init__(
            f"L’année existe déjà : « {chemin} ». Rien n’a été écrit. Pour ajouter un classeur qui "
            "manque à cette année, écrivez --classeur suivi de son nom."
        )


class SirenInvalideError(RapportError):
    """A SIREN is told that is none."""

    def __init__(self, texte: str, raison: str) -> None:
        super().__init__(
            f"« {texte} » n’est pas un numéro SIREN : {raison}. Un SIREN a 9 chiffres ; celui de "
            "l’intercommunalité est sur ses délibérations."
        )


class ContratInconnuError(RapportError):
    """No contract that is known, or that is told, covers the year."""

    def __init__(self, annee: int) -> None:
        super().__init__(
            f"Aucun contrat de ville connu ne couvre {annee}. Donnez son nom et ses années :"
        )
        option = f'--contrat "Contrat de ville, {annee}-{annee + 6}"'
        self.args = (f"{self.args[0]} {option}",)  # with the quotes that a shell knows


class ClasseurInconnuError(RapportError):
    """A workbook is asked for that no project has."""

    def __init__(self, nom: str, connus: Iterable[str], proche: str | None) -> None:
        conseil = f" Vouliez-vous dire « {proche} » ?" if proche else ""
        super().__init__(
            f"Aucun classeur ne s’appelle « {nom} ».{conseil} Classeurs : {', '.join(connus)}."
        )


class ClasseurDejaLaError(RapportError):
    """The workbook that should be laid down is there."""

    def __init__(self, chemin: Path) -> None:
        super().__init__(
            f"Le classeur « {chemin} » existe déjà : rien n’a été écrit. Renommez-le ou "
            "déplacez-le, puis recommencez."
        )


class DossierNonEcritError(RapportError):
    """A project cannot be laid down there."""

    def __init__(self, dossier: Path) -> None:
        super().__init__(
            f"Impossible d’écrire dans « {dossier} » : rien n’y a été laissé. Vérifiez que vous "
            "avez le droit d’y écrire, ou choisissez un autre dossier avec --dossier."
        )


class RienAReprendreError(RapportError):
    """Actions are to be carried over, and no year before has any."""

    def __init__(self, annee: int) -> None:
        super().__init__(
            f"Aucune année avant {annee} n’a d’actions à reprendre : retirez --reprendre-actions."
        )


class ForgeInconnueError(RapportError):
    """A workflow is asked for on a forge that is not known."""

    def __init__(self, forge: str, connues: Iterable[str]) -> None:
        super().__init__(
            f"Forge inconnue : « {forge} ». Écrivez --ci suivi de l’une de celles-ci : "
            f"{', '.join(connues)}."
        )


class InstallationInvalideError(RapportError):
    """What pip should install is not one word that a workflow can hold."""

    def __init__(self, paquet: str) -> None:
        super().__init__(
            f"« {paquet} » ne peut pas être installé tel quel : --installation attend un seul mot, "
            "comme « rapportpv==1.2.3 », « git+https://… » ou un dossier du dépôt."
        )


class DossierInvalideError(RapportError):
    """The path of the project cannot be written in a workflow."""

    def __init__(self, dossier: str) -> None:
        super().__init__(
            f"Le dossier « {dossier} » a un signe qu’une forge prendrait pour autre chose. "
            "Renommez-le avec des lettres, des chiffres, des espaces, des points et des tirets."
        )
