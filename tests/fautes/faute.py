"""A seeded fault: what is done to a copy of the sample, and what `check` must then say."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from rapportpv.core.anomalie import Rule
from rapportpv.year.catalogue import CATALOGUE

ANNEE = 2022
EXPORT = "export"  # the document of a fault that only the open data tells

Semeur: TypeAlias = Callable[[Path], Mapping[str, str] | None]
"""What spoils a project; it returns the words that its place and suggestion leave blank."""


@dataclass(frozen=True)
class Attendu:
    """The one anomaly that a project must have."""

    code: str
    lieu: str
    suggestion: str | None


@dataclass(frozen=True)
class Faute:
    """A rule, how to break it, and the anomaly to be expected.

    Cells are found by what they hold: `{cellules}` stands for the address that `semer` gives.
    """

    code: str
    semer: Semeur
    lieu: str
    suggestion: str | None = None
    variante: str = ""  # what tells it from the other faults of the same rule
    document: str = ""  # what must be built for it to be told, where `check` is silent

    def __str__(self) -> str:
        return self.nom

    @property
    def rule(self) -> Rule:
        """The rule that it breaks."""
        return next(rule for rule in CATALOGUE if rule.code == self.code)

    @property
    def nom(self) -> str:
        """«PV201-pilier-inconnu»: the name of its folder."""
        return "-".join(filter(None, (self.code, self.rule.nom, self.variante)))

    def sow(self, projet: Path) -> Attendu:
        """Spoil the project, and say what must be told of it."""
        mots = self.semer(projet) or {}
        suggestion = _fill(self.suggestion, mots) if self.suggestion else None
        return Attendu(self.code, _fill(self.lieu, mots), suggestion)


def _fill(texte: str, mots: Mapping[str, str]) -> str:
    """The text with its blanks filled; the braces of `{{ fcs.total }}` are none."""
    for nom, mot in mots.items():
        texte = texte.replace(f"{{{nom}}}", mot)
    return texte
