"""What is wrong with a text, gathered while it is read."""

from typing import Any

from msgspec import Struct, field

from rapportpv.core.anomalie import Anomalie, Rule
from rapportpv.core.emplacement import Emplacement
from rapportpv.core.textes import lieu


class Releve(Struct):
    """The anomalies of one file so far; a place there is a line, or a paragraph of Word."""

    fichier: str
    word: bool = False
    anomalies: list[Anomalie] = field(default_factory=list)

    def tell(self, rule: Rule, numero: int, **champs: Any) -> None:
        """Keep the anomaly of that rule at that line; 0 is the file as a whole."""
        self.anomalies.append(rule.at(self.lieu(numero), **champs))

    def lieu(self, numero: int) -> Emplacement:
        """The line or the paragraph of that number."""
        return lieu(self.fichier, numero, word=self.word)
