"""How much a template may ask for, counted in rounds, calls and letters: no clock is read."""

from collections.abc import Iterable, Iterator
from typing import Any

from jinja2.exceptions import TemplateRuntimeError
from jinja2.utils import Namespace

LETTRES = 1_000_000
"""The longest text that a template may make out of others; what a part prints may be longer."""

_EFFORT = 1_000_000  # a report of 10,000 rows in a loop takes a tenth of that
_LETTRES_PAR_PAS = 50
_MEMBRES = 100_000
_RECIPIENTS = (list, tuple, dict, Namespace)


class GabaritDemesureError(TemplateRuntimeError):
    """A template asks for more than a document can be."""

    def __init__(self) -> None:
        super().__init__("démesuré")


class Effort:
    """What is left of a template's effort; once there is none, nothing more is rendered."""

    def __init__(self, permis: int = _EFFORT) -> None:
        self._permis = self._reste = permis

    def renew(self) -> None:
        """Start a part afresh, unless another has taken too much."""
        self._reste = self._permis if self._reste >= 0 else -1

    def spend(self, pas: int, lettres: int = 0) -> None:
        """Count so many steps, and so many letters. Raises GabaritDemesureError."""
        self._reste -= pas + lettres // _LETTRES_PAR_PAS
        if self._reste < 0:
            raise GabaritDemesureError

    def count(self, liste: Iterable[Any], lettres: int = 0) -> Iterator[Any]:
        """The members of a list, each a round of a loop whose body has so many letters."""
        for element in liste:
            self.spend(1, lettres)
            yield element

    def weigh(self, valeur: Any) -> Any:
        """The value, once it is known to be of a size that can be printed or compared."""
        if isinstance(valeur, str):
            self.spend(1, len(valeur))
            if len(valeur) > LETTRES:
                raise GabaritDemesureError
        elif isinstance(valeur, _RECIPIENTS):
            self.spend(*_measure(valeur))
        return valeur


def check_join(elements: list[Any], separateur: str) -> None:
    """Raise GabaritDemesureError unless those members, so joined, are of a text's size."""
    lettres = sum(len(element) for element in elements if isinstance(element, str))
    if lettres + len(elements) * len(separateur) > LETTRES:
        raise GabaritDemesureError


def _measure(recipient: Any) -> tuple[int, int]:
    """How many values and letters a list holds, those of its lists too, however often met."""
    attente, vus, lettres = [recipient], 1, 0
    while attente:
        prochain = attente.pop()
        membres = _members(prochain)
        vus += len(membres)
        if vus > _MEMBRES:
            raise GabaritDemesureError
        attente += [m for m in membres if isinstance(m, _RECIPIENTS)]
        lettres += sum(len(m) for m in membres if isinstance(m, str))
    return vus, lettres


def _members(recipient: Any) -> list[Any]:
    if isinstance(recipient, Namespace):
        return list(object.__getattribute__(recipient, "_Namespace__attrs").values())
    return [*recipient, *recipient.values()] if isinstance(recipient, dict) else list(recipient)
