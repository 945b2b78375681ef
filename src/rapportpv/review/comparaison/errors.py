"""What stops a comparison: one French sentence each."""

from pathlib import Path

from rapportpv.core.errors import RapportError


class SuiviRefuseError(RapportError):
    """The document with tracked changes cannot be written there."""

    def __init__(self, chemin: Path, raison: str) -> None:
        super().__init__(
            f"Le document « {chemin} » n’a pas été écrit : {raison}. Vous pouvez aussi donner un "
            "autre nom à --suivi."
        )
