"""Why a document cannot be proofread, nor its annotated copy written."""

from pathlib import Path

from rapportpv.core.errors import RapportError


class DocumentIllisibleError(RapportError):
    """The file is not a document that can be read."""

    def __init__(self, nom: str, raison: str) -> None:
        super().__init__(
            f"Le document « {nom} » ne peut pas être relu : {raison}. Ouvrez-le dans Word ou dans "
            "LibreOffice, enregistrez-en une copie au format .docx, puis relisez cette copie."
        )


class FormatDeDocumentError(RapportError):
    """The extension of the file is none that is read."""

    def __init__(self, nom: str) -> None:
        super().__init__(
            f"Le document « {nom} » n’est pas d’un format qui se relit (.docx, .odt, .txt, .pdf). "
            "Enregistrez-le en .docx, puis relisez cette copie."
        )


class LecteurPdfAbsentError(RapportError):
    """Nothing here reads a PDF."""

    def __init__(self) -> None:
        super().__init__(
            "Pour relire un PDF, il faut un complément qui n’est pas installé : "
            '« pip install "rapportpv[pdf]" ». Vous pouvez aussi relire le fichier .docx.'
        )


class CopieRefuseeError(RapportError):
    """An annotated copy cannot be written there."""

    def __init__(self, chemin: Path, raison: str) -> None:
        super().__init__(
            f"La copie annotée « {chemin} » n’a pas été écrite : {raison}. Vous pouvez aussi "
            "donner un autre nom à la copie."
        )
