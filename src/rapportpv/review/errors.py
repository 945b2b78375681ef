"""What stops a refresh: one French sentence each."""

from pathlib import Path

from rapportpv.core.errors import RapportError


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
