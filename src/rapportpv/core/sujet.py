"""What a subject brings to a year: what adds it up, and the names that its figures have."""

from collections.abc import Callable
from dataclasses import dataclass

from rapportpv.core.dossier import Dossier
from rapportpv.core.quantites import Recolte


@dataclass(frozen=True)
class Sujet:
    """A subject: the name of its folder; its figures and tables, in the order they are told in.

    `groupes`: the first words of its figures, which a template may ask for when a year has none.
    """

    nom: str
    recoltes: tuple[Callable[[Dossier], Recolte], ...]
    groupes: tuple[str, ...]
