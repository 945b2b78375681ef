"""What became of each project of a batch."""

from enum import StrEnum

from msgspec import Struct


class Issue(StrEnum):
    """What became of a project."""

    FAIT = "fait"
    INCHANGE = "inchange"  # its documents are those of the same files
    REFUSE = "refuse"  # its anomalies, or its folder, forbid it
    ARRETE = "arrete"  # it stopped the program, or took too long

    @property
    def is_failure(self) -> bool:
        """Whether somebody has something to do."""
        return self in {Issue.REFUSE, Issue.ARRETE}


class Resultat(Struct, frozen=True):
    """A project, by its path below the folder, and what became of it.

    `documents` are paths below the project; `raison` says why there are none, without a value.
    """

    projet: str
    issue: Issue
    documents: tuple[str, ...] = ()
    erreurs: int = 0
    alertes: int = 0
    raison: str = ""
    secondes: float = 0.0


class Lot(Struct, frozen=True):
    """All the projects of a folder, in the order of their paths, and the time that they took."""

    resultats: tuple[Resultat, ...]
    secondes: float

    def count(self, issue: Issue) -> int:
        """How many projects came to that."""
        return sum(resultat.issue is issue for resultat in self.resultats)

    @property
    def has_failed(self) -> bool:
        """Whether one of them did not go through."""
        return any(resultat.issue.is_failure for resultat in self.resultats)
