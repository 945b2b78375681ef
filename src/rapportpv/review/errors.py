"""Why an edited document cannot be read, refreshed, proofread, compared."""

from pathlib import Path

from rapportpv.core.errors import RapportError


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


class RegionsAbsentesError(RapportError):
    """An edited document has none of the regions that the program writes."""

    def __init__(self, chemin: Path) -> None:
        super().__init__(
            f"Le document « {chemin} » n’a plus aucun chiffre ni tableau que le programme "
            "reconnaisse : ses contrôles de contenu et ses signets ont disparu. Partez d’une "
            "copie plus ancienne, ou refaites-le avec « rapportpv build » dans un autre dossier."
        )


class RegionInconnueError(RapportError):
    """An option names a region that the document has not."""

    def __init__(self, option: str, nom: str, proche: str | None) -> None:
        conseil = f" Vouliez-vous dire « {proche} » ?" if proche else ""
        super().__init__(
            f"{option} {nom} : le document n’a pas de partie de ce nom.{conseil} La même commande "
            "avec --dry-run donne les noms."
        )


class SuiviRefuseError(RapportError):
    """The document with tracked changes cannot be written there."""

    def __init__(self, chemin: Path, raison: str) -> None:
        super().__init__(
            f"Le document « {chemin} » n’a pas été écrit : {raison}. Vous pouvez aussi donner un "
            "autre nom à --suivi."
        )


class CopieRefuseeError(RapportError):
    """An annotated copy cannot be written there."""

    def __init__(self, chemin: Path, raison: str) -> None:
        super().__init__(
            f"La copie annotée « {chemin} » n’a pas été écrite : {raison}. Vous pouvez aussi "
            "donner un autre nom à la copie."
        )
