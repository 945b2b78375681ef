"""What stops the program: raised low, caught once, one sentence each."""

import errno
from collections.abc import Iterable
from pathlib import Path

from rapportpv.french.typographie import format_texte

_FAUTES_CITEES = 3
_OUVERT = (
    "S’il est ouvert dans Word, fermez-le ; sinon, vérifiez que vous avez le droit d’écrire dans "
    "ce dossier, ou choisissez-en un autre avec --sortie."
)
_RAISONS = {  # what the system says; anything else may well be Word, which keeps a file to itself
    errno.ENOSPC: "le disque est plein. Faites de la place, puis relancez la même commande.",
    errno.EDQUOT: "votre espace de stockage est plein. Faites de la place, puis relancez la même "
    "commande.",
    errno.EROFS: "ce disque est en lecture seule. Choisissez un autre dossier avec --sortie.",
    errno.ENAMETOOLONG: "son nom ou son chemin est trop long. Choisissez un dossier plus proche de "
    "la racine du disque, avec --sortie.",
    errno.EISDIR: "un dossier porte déjà ce nom. Renommez-le, ou choisissez un autre dossier avec "
    "--sortie.",
    errno.ENOTDIR: "un fichier porte le nom d’un de ses dossiers. Choisissez un autre dossier avec "
    "--sortie.",
    errno.EEXIST: "un fichier porte le nom d’un de ses dossiers. Choisissez un autre dossier avec "
    "--sortie.",
    errno.ENOENT: "un dossier de ce chemin n’existe plus. Choisissez-en un autre avec --sortie.",
    errno.EIO: "le disque ne répond pas comme il faut. Choisissez-en un autre avec --sortie.",
}


def quote(chemin: Path) -> str:
    """A path as it is typed in a command."""
    return f'"{chemin}"' if " " in str(chemin) else str(chemin)


class RapportError(Exception):
    """The program cannot go on; the message is one French sentence or two, for the user."""

    def __init__(self, message: str) -> None:
        super().__init__(format_texte(message))


class ProjetIntrouvableError(RapportError):
    """No project here, nor above; `semblable` is a file that may be its settings, misnamed."""

    def __init__(self, depart: Path, semblable: Path | None = None) -> None:
        conseil = "Placez-vous dans le dossier du projet, ou donnez-le avec --dossier."
        if semblable is not None:
            conseil = f"« {semblable} » y ressemble : renommez-le en « rapportpv.toml »."
        super().__init__(
            f"Aucun projet dans « {depart} » ni au-dessus : il y faut un fichier "
            f"« rapportpv.toml ». {conseil}"
        )


class AnneeIntrouvableError(RapportError):
    """The project has no such year; `semblable` is a file that may be its settings, misnamed."""

    def __init__(
        self, annee: int, racine: Path, annees: list[int], semblable: str | None = None
    ) -> None:
        connues = ", ".join(map(str, annees)) if annees else "aucune"
        conseil = f"« rapportpv init {annee} » la pose ; ou choisissez une autre année."
        if semblable:
            conseil = f"« {annee}/{semblable} » y ressemble : renommez-le en « annee.toml »."
        super().__init__(
            f"Le projet « {racine} » n’a pas d’année {annee} (années présentes : {connues}) : il y "
            f"faut un fichier « {annee}/annee.toml ». {conseil}"
        )


class AucuneAnneeError(RapportError):
    """The project has no year at all; `semblable` may be the settings of one, misnamed."""

    def __init__(self, racine: Path, semblable: str | None) -> None:
        conseil = "« rapportpv init 2024 » en pose une, par exemple."
        if semblable:
            conseil = f"« {semblable} » y ressemble : renommez-le en « annee.toml »."
        super().__init__(
            f"Le projet « {racine} » n’a encore aucune année : il y faut un dossier nommé par les "
            f"quatre chiffres de l’année, avec son fichier « annee.toml ». {conseil}"
        )


class LotVideError(RapportError):
    """No project below a folder."""

    def __init__(self, dossier: Path) -> None:
        super().__init__(
            f"Aucun projet sous « {dossier} » : un projet est un dossier qui contient un fichier "
            "« rapportpv.toml ». Donnez le dossier qui contient ceux des territoires."
        )


class FichierInaccessibleError(RapportError):
    """The system does not let a file be read."""

    def __init__(self, chemin: Path) -> None:
        super().__init__(
            f"Le fichier « {chemin} » ne peut pas être lu. Fermez le programme qui l’a ouvert, ou "
            "vérifiez que vous avez le droit de le lire."
        )


class SortieInaccessibleError(RapportError):
    """A document cannot be written; `raison` when the system says why."""

    def __init__(self, chemin: Path, cause: OSError | None = None) -> None:
        self.chemin, self.raison = chemin, _RAISONS.get(cause.errno or 0) if cause else None
        suite = f" : {self.raison}" if self.raison else f". {_OUVERT}"
        super().__init__(f"Le document « {chemin} » ne peut pas être écrit{suite}")


class DocumentModifieError(RapportError):
    """A document would be overwritten although somebody has edited it.

    `annee` is that of a document which `refresh` can bring up to date, None for any other.
    """

    def __init__(self, chemin: Path, annee: int | None = None) -> None:
        refresh = (
            f"« rapportpv refresh {quote(chemin)} {annee} » y met les chiffres du jour et garde "
            "vos retouches ; "
            if annee is not None
            else ""
        )
        super().__init__(
            f"Le document « {chemin} » a été modifié depuis sa fabrication : le refaire effacerait "
            f"ces modifications. {'Trois' if refresh else 'Deux'} façons de continuer : {refresh}"
            "--sortie DOSSIER écrit le nouveau ailleurs ; --ecraser le remplace, après en avoir "
            "gardé à côté une copie datée."
        )


class DocumentMalFaitError(RapportError):
    """The document that was made breaks a law that every document keeps: a fault of ours."""

    def __init__(self, fautes: list[str]) -> None:
        super().__init__(
            "Le document n’a pas été écrit : Word le trouverait peut-être abîmé. La faute est au "
            "programme, ou à un modèle Word inhabituel, et non à vos classeurs. Signalez-la, avec "
            f"ces mots : {'; '.join(fautes[:_FAUTES_CITEES])}."
        )


class DocumentRefuseError(RapportError):
    """An edited document cannot be read, or is not safe; `raison` says why, and what to do."""

    def __init__(self, chemin: Path, raison: str) -> None:
        super().__init__(f"Le document « {chemin} » ne peut pas être lu : {raison}.")


class AutreDocumentError(RapportError):
    """An edited document was not made for the year that is asked for."""

    def __init__(self, chemin: Path, raison: str) -> None:
        super().__init__(
            f"Le document « {chemin} » n’est pas celui de cette année : {raison}. Vérifiez le "
            "fichier, l’année et le dossier du projet (--dossier)."
        )


class DocumentOuvertError(RapportError):
    """An edited document is open in a word processor: what it holds there is not on the disk."""

    def __init__(self, chemin: Path) -> None:
        super().__init__(
            f"Le document « {chemin} » est ouvert dans Word ou LibreOffice : ce qui n’y est pas "
            "encore enregistré serait laissé de côté. Enregistrez-le, fermez-le, puis relancez la "
            "même commande."
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


class CompletionImpossibleError(RapportError):
    """The shell that is running is none of those that can complete commands."""

    def __init__(self) -> None:
        super().__init__(
            "La complétion ne s’installe pas dans ce terminal : elle connaît bash, zsh, fish et "
            "PowerShell. Lancez la même commande dans l’un d’eux."
        )


class ReglagesFautifsError(RapportError):
    """The settings of the project cannot be used."""

    def __init__(self) -> None:
        super().__init__(
            "Le fichier « rapportpv.toml » a des erreurs : « rapportpv check » les dit toutes. "
            "Corrigez-les, puis relancez la même commande."
        )
