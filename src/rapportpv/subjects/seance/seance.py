"""A session of the assembly: who was there, who was represented, who was excused, and when."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from math import inf
from numbers import Integral
from typing import TYPE_CHECKING

from msgspec import Struct

from rapportpv.french.lexique import fold, normalise
from rapportpv.french.typographie import INSECABLE

if TYPE_CHECKING:
    from rapportpv.core.settings.reglages_consultation import Consultation
    from rapportpv.core.settings.reglages_seance import ReglageSeance

_CIVILITE = re.compile(r"(?:m|mr|mme|mlle|monsieur|madame)\b\.? +", re.IGNORECASE)


class Fenetre(Struct, frozen=True):
    """The questions of the agenda for which something holds, both ends included.

    None is the first question, or the last one.
    """

    premiere: int | None = None
    derniere: int | None = None

    @property
    def bornes(self) -> tuple[int, float]:
        """The first and the last question, the last of all being infinite."""
        return self.premiere or 1, inf if self.derniere is None else self.derniere

    @property
    def is_upside_down(self) -> bool:
        """Whether it ends before it begins."""
        return self.bornes[0] > self.bornes[1]

    def __contains__(self, question: float) -> bool:
        debut, fin = self.bornes
        return debut <= question <= fin

    def meets(self, autre: Fenetre) -> bool:
        """Whether some question is in both."""
        return max(self.bornes[0], autre.bornes[0]) <= min(self.bornes[1], autre.bornes[1])

    def holds(self, autre: Fenetre) -> bool:
        """Whether every question of the other is in this one."""
        return self.bornes[0] <= autre.bornes[0] and autre.bornes[1] <= self.bornes[1]

    def __str__(self) -> str:
        """«jusqu’à la question 13», «à partir de la question 14»; nothing for the whole session."""
        match self.premiere, self.derniere:
            case None, None:
                return ""
            case None, fin:
                return f"jusqu’à la question{INSECABLE}{fin}"
            case debut, None:
                return f"à partir de la question{INSECABLE}{debut}"
            case debut, fin if debut == fin:
                return f"pour la question{INSECABLE}{fin}"
            case debut, fin:
                return f"de la question{INSECABLE}{debut} à la question{INSECABLE}{fin}"


class Elu(Struct, frozen=True, dict=True):
    """A member of the assembly."""

    nom: str
    prenom: str

    def __str__(self) -> str:
        """«GACQUERRE Olivier», as the lists have it."""
        return f"{self.nom} {self.prenom}".strip()

    @cached_property
    def cles(self) -> tuple[str, ...]:
        """What any spelling of the name comes to, in both orders."""
        return tuple(dict.fromkeys((cle_elu(f"{self}"), cle_elu(f"{self.prenom} {self.nom}"))))


class Presence(Struct, frozen=True):
    """A member of the lists of those present or excused, and for which questions."""

    elu: Elu
    fenetre: Fenetre = Fenetre()

    def __str__(self) -> str:
        """«CHRETIEN Bruno (jusqu’à la question 13)»."""
        return f"{self.elu}{_parenthese(self.fenetre)}"


class Procuration(Struct, frozen=True):
    """A member who gives another one the power to vote, and for which questions."""

    elu: Elu
    mandataire: str
    fenetre: Fenetre = Fenetre()

    def __str__(self) -> str:
        """«CHRETIEN Bruno donne procuration à SOUILLIART Virginie (à partir de…)»."""
        return f"{self.elu} donne procuration à {self.mandataire}{_parenthese(self.fenetre)}"


class Seance(Struct, frozen=True):
    """The session: its settings, its three lists in the order of the sheet, what follows it.

    `instances`: who is consulted beside the communes, in the plural: «conseils citoyens»;
    `feminines`: whether a word about them all, communes included, is feminine.
    """

    reglage: ReglageSeance
    presents: tuple[Presence, ...]
    procurations: tuple[Procuration, ...]
    excuses: tuple[Presence, ...]
    consultation: Consultation | None = None
    instances: str = ""
    feminines: bool = True


def read_fenetre(premiere: object, derniere: object) -> Fenetre:
    """The window of two cells; whatever is no number is a blank one."""
    return Fenetre(*(int(q) if isinstance(q, Integral) else None for q in (premiere, derniere)))


@lru_cache(maxsize=2048)
def cle_elu(nom: str) -> str:
    """What two spellings of a name share: no civility, case, accent, hyphen, apostrophe, space."""
    return "".join(re.findall(r"[^\W_]+", fold(_CIVILITE.sub("", normalise(nom), count=1))))


def _parenthese(fenetre: Fenetre) -> str:
    return f" ({fenetre})" if str(fenetre) else ""
