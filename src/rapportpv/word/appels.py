"""The figures that texts call: printed marked, as those of the template are."""

import re
from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.emplacement import Emplacement
from rapportpv.core.textes import TEXTES, Texte, lieu, read_appel
from rapportpv.word.gabarit import Gabarit
from rapportpv.word.marques import Marques, keep_chiffres
from rapportpv.word.rules.pv909_appel_impossible import PV909

_APPEL = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_CONSEIL = (
    "Écrivez {{ nom }}, ou l'un des filtres après une barre : sans_decimale, date_longue, "
    "accorde('projet', 'projets')."
)


class Appels:
    """What the calls of a document's texts print, each worked out once."""

    def __init__(self, gabarit: Gabarit, marques: Marques) -> None:
        self._gabarit = gabarit
        self._marques = marques
        self._affiches: dict[str, str | None] = {}

    def evaluate(self, expression: str) -> str:
        """What a call prints; as it was typed when it gives nothing."""
        if expression not in self._affiches:
            affiche = self._gabarit.evaluate(expression)
            self._affiches[expression] = affiche and keep_chiffres(affiche, self._marques)
        affiche = self._affiches[expression]
        return f"{{{{ {expression} }}}}" if affiche is None else affiche

    def faults(self, textes: tuple[Texte, ...]) -> Iterator[Anomalie]:
        """PV909 for each call that gave nothing."""
        for expression, affiche in self._affiches.items():
            if affiche is None:
                for place in list(_places(textes, expression)) or [Emplacement(TEXTES)]:
                    yield PV909.at(place, valeur=expression, suggestion=_CONSEIL)


def _places(textes: tuple[Texte, ...], expression: str) -> Iterator[Emplacement]:
    for texte in textes:
        for trouve in _APPEL.finditer(texte.contenu):
            if read_appel(trouve[0]) == expression:
                rang = texte.contenu.count("\n", 0, trouve.start())
                numero = rang // 2 + 1 if texte.word else rang + 1  # a line is left between two
                yield lieu(texte.fichier, numero, word=texte.word)
