"""The years before: what is known of each, whether from its own folder or from a workbook."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from rapportpv.core.chiffre import Chiffre

if TYPE_CHECKING:
    from rapportpv.core.settings.reglages import Contrat

ANNEES = 5
"""How many years a report looks at, its own among them."""

HISTORIQUE = "historique.xlsx"
"""The figures of years before this program, at the root of the project."""


class AnneePassee(Struct, frozen=True):
    """An earlier year: its contract, and its figures by name; `dossier`: those of its folder."""

    annee: int
    contrat: Contrat
    chiffres: Mapping[str, Chiffre]
    dossier: bool = False


class Passe(Struct, frozen=True):
    """The earlier years that a report looks at, in order, and all that the workbook says."""

    annees: tuple[AnneePassee, ...] = ()
    historique: tuple[AnneePassee, ...] = ()

    def find(self, annee: int) -> AnneePassee | None:
        """What is known of that year."""
        return next((a for a in self.annees if a.annee == annee), None)
