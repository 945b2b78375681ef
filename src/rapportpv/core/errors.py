"""What stops the program: raised low, caught once, one sentence each."""

from collections.abc import Iterable
from pathlib import Path

from rapportpv.french.typographie import format_texte

_FAUTES_CITEES = 3


class RapportError(Exception):
    """The program cannot go on; the message is one French sentence or two, for the user."""

    def __init__(self, message: str) -> None:
        super().__init__(format_texte(message))


class ProjetIntrouvableError(RapportError):
    """No project here, nor above."""

    def __init__(self, depart: Path) -> None:
        super().__init__(
            f"Aucun projet dans « {depart} » ni au-dessus : il y faut un fichier "
            "« rapportpv.toml ». Placez-vous dans le dossier du projet, ou donnez-le avec "
            "--dossier."
        )


class AnneeIntrouvableError(RapportError):
    """The project has no such year."""

    def __init__(self, annee: int, racine: Path, annees: list[int]) -> None:
        connues = ", ".join(map(str, annees)) if annees else "aucune"
        super().__init__(
            f"Le projet « {racine} » n’a pas d’année {annee} (années présentes : {connues}). "
            f"Créez le dossier « {annee} » avec son fichier « annee.toml », ou choisissez une "
            "autre année."
        )


class FichierInaccessibleError(RapportError):
    """The system does not let a file be read."""

    def __init__(self, chemin: Path) -> None:
        super().__init__(
            f"Le fichier « {chemin} » ne peut pas être lu. Fermez le programme qui l’a ouvert, ou "
            "vérifiez que vous avez le droit de le lire."
        )


class SortieInaccessibleError(RapportError):
    """A document cannot be written."""

    def __init__(self, chemin: Path) -> None:
        super().__init__(
            f"Le document « {chemin} » ne peut pas être écrit. S’il est ouvert dans Word, "
            "fermez-le ; sinon, vérifiez que vous avez le droit d’écrire dans ce dossier, ou "
            "choisissez-en un autre avec --sortie."
        )


class DocumentModifieError(RapportError):
    """A document would be overwritten although somebody has edited it."""

    def __init__(self, chemin: Path) -> None:
        super().__init__(
            f"Le document « {chemin} » a été modifié depuis sa fabrication : le refaire effacerait "
            "ces modifications. Renommez-le, choisissez un autre dossier avec --sortie, ou "
            "ajoutez --ecraser pour le remplacer."
        )


class DocumentMalFaitError(RapportError):
    """The document that was made breaks a law that every document keeps: a fault of ours."""

    def __init__(self, fautes: list[str]) -> None:
        super().__init__(
            "Le document n’a pas été écrit : Word le trouverait peut-être abîmé. La faute est au "
            "programme, ou à un modèle Word inhabituel, et non à vos classeurs. Signalez-la, avec "
            f"ces mots : {'; '.join(fautes[:_FAUTES_CITEES])}."
        )


class DocumentInconnuError(RapportError):
    """No template has that name."""

    def __init__(self, document: str, connus: list[str], proche: str | None = None) -> None:
        conseil = f" Vouliez-vous dire « {proche} » ?" if proche else ""
        super().__init__(
            f"Aucun modèle ne s’appelle « {document} » (modèles présents : {', '.join(connus)})."
            f"{conseil} Choisissez l’un d’eux, ou déposez « modeles/{document}.docx » dans le "
            "projet."
        )


class CodeInconnuError(RapportError):
    """No anomaly has that code."""

    def __init__(self, code: str, proche: str | None) -> None:
        conseil = f" Vouliez-vous dire {proche} ?" if proche else ""
        super().__init__(
            f"Code inconnu : « {code} ».{conseil} « rapportpv explain » donne la liste."
        )


class ConsultationAbsenteError(RapportError):
    """The year has no consultation to tell of."""

    def __init__(self, annee: int) -> None:
        super().__init__(
            f"L’année {annee} n’a pas de consultation. Ajoutez « {annee}/consultation.xlsx », avec "
            "une ligne par instance consultée, et le bloc [consultation] de "
            f"« {annee}/annee.toml »."
        )


class DateIllisibleError(RapportError):
    """An option wants a day, and what was typed is none."""

    def __init__(self, texte: str) -> None:
        super().__init__(
            f"« {texte} » n’est pas une date qui existe. Écrivez par exemple --au 04/10/2023, "
            "--au 2023-10-04 ou --au aujourd’hui."
        )


class OptionSansObjetError(RapportError):
    """An option says something of another document than the one that is asked for."""

    def __init__(self, option: str, documents: str) -> None:
        super().__init__(f"L’option {option} ne vaut que pour {documents}. Retirez-la.")


class PublicationIllisibleError(RapportError):
    """The file of what was published is not one that this program writes."""

    def __init__(self, chemin: Path, annee: int) -> None:
        super().__init__(
            f"Le fichier « {chemin} » ne se lit pas : il a été modifié à la main, ou écrit par une "
            "version plus récente de rapportpv. Reprenez-en une version précédente, ou effacez-le "
            f"puis lancez « rapportpv build {annee} --publier »."
        )


class PublicationDeBrouillonError(RapportError):
    """A draft built despite errors would be published."""

    def __init__(self) -> None:
        super().__init__(
            "Un brouillon ne se publie pas : --publier et --force ne vont pas ensemble. Corrigez "
            "les erreurs, puis relancez avec --publier seul."
        )


class FormatInconnuError(RapportError):
    """A document is asked for in a format that is not made."""

    def __init__(self, format_lu: str, connus: Iterable[str]) -> None:
        super().__init__(
            f"Format inconnu : « {format_lu} » (formats : {', '.join(connus)}). Plusieurs formats "
            "s’écrivent séparés par une virgule : --format docx,pdf."
        )


class LibreOfficeAbsentError(RapportError):
    """A PDF is asked for where LibreOffice is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "Pas de PDF : il faut LibreOffice, qui n’est pas installé ici (ou que le système ne "
            "trouve pas). Installez-le depuis https://fr.libreoffice.org, ou par le paquet "
            "« libreoffice-writer » de votre système, puis relancez la même commande."
        )


class ConversionImpossibleError(RapportError):
    """LibreOffice did not make a PDF of the document."""

    def __init__(self, raison: str) -> None:
        super().__init__(
            f"Pas de PDF : {raison}. Ouvrez le document dans LibreOffice ou dans Word, puis "
            "exportez-le en PDF."
        )


class ReglagesFautifsError(RapportError):
    """The settings of the project cannot be used."""

    def __init__(self) -> None:
        super().__init__(
            "Le fichier « rapportpv.toml » a des erreurs : « rapportpv check » les dit toutes. "
            "Corrigez-les, puis relancez la même commande."
        )


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
