"""What the settings of a project that is there know already of a workbook."""

from msgspec import Struct, field

from rapportpv.core.plan import FINANCEUR
from rapportpv.core.settings.reglages import Financeur, Reglages
from rapportpv.french.lexique import Lexique
from rapportpv.reading.headers import Attendus
from rapportpv.subjects.programmation.sheet import PROGRAMMATION, STATUTS, TYPES_OPERATEUR
from rapportpv.year.attendus import make_attendus


class Acquis(Struct, frozen=True):
    """The words that are known, and the funders; nothing but the usual words for a new project."""

    statuts: Lexique = STATUTS
    types: Lexique = TYPES_OPERATEUR
    attendus: Attendus | None = None
    financeurs: dict[str, Financeur] = field(default_factory=dict)

    @property
    def contrat_fixe(self) -> bool:
        """Whether the piliers of the contract are settled."""
        return self.attendus is not None

    def find_payeur(self, lu: str) -> Financeur | None:
        """The funder of the settings that a heading or a cell names."""
        code = self.attendus.find(lu) if self.attendus else None
        return self.financeurs.get((code or "").removeprefix(FINANCEUR)) if code else None


def make_acquis(reglages: Reglages, annee: int) -> Acquis:
    """What those settings know."""
    lexiques = PROGRAMMATION.lexiques(reglages)
    return Acquis(
        lexiques["statut"],
        lexiques["type_operateur"],
        make_attendus(PROGRAMMATION, reglages, annee),
        {f.code: f for f in reglages.financeur},
    )
