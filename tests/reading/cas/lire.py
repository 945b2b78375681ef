"""A case: sheets as Markdown, what the report must say of them, or what must be told."""

from dataclasses import dataclass
from pathlib import Path

from rapportpv.core.anomalie import Severite
from rapportpv.year.controle import Controle, check_annee
from tests.flatten import plain
from tests.tables import parse_table, write_classeur


@dataclass(frozen=True)
class Lu:
    """What came of a sheet: its figures, the errors and where they are."""

    controle: Controle

    @property
    def total(self) -> float | None:
        """The total of the programming, in euros; None when an error forbids it."""
        return None if self.controle.is_blocked() else self.chiffre("programmation.total")

    def chiffre(self, nom: str) -> float:
        return float(self.controle.bilan.chiffres[nom].valeur)

    @property
    def erreurs(self) -> list[tuple[str, str]]:
        """The code and the cells of each error."""
        return [
            (a.rule.code, ", ".join(a.lieu.cellules) or (a.lieu.feuille or ""))
            for a in self.controle.anomalies
            if a.severite is Severite.ERREUR
        ]

    @property
    def dits(self) -> str:
        """All that is said, and advised."""
        return plain(" ".join(f"{a.message} {a.suggestion or ''}" for a in self.controle.anomalies))


def lire(projet: Path, *, classeur: str = "programmation", **feuilles: str) -> Lu:
    """Write the sheets in a workbook of the project, and read its year."""
    feuilles = feuilles or {}
    tables = {nom: parse_table(texte) for nom, texte in feuilles.items()}
    write_classeur(projet / "2023" / f"{classeur}.xlsx", **tables)
    return Lu(check_annee(projet, 2023))
