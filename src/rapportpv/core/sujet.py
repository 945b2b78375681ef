"""What a subject brings to a year: its sheets, what adds them up, the names of its figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from rapportpv.core.chiffre import Chiffre
from rapportpv.core.dossier import Dossier
from rapportpv.core.plan import Plan

if TYPE_CHECKING:  # a sheet may name its subject, and its rules' pages do without pandas
    from rapportpv.core.quantites import Recolte


class Sujet(Struct, frozen=True):
    """A subject: the name of its folder, its sheets, its figures in the order they are told in.

    `syntheses` add nothing up: they tell the figures of all the subjects, once these are known.
    `groupes`: the first words of its figures, which a template may ask for when a year has none.
    """

    nom: str
    plans: tuple[Plan, ...]
    recoltes: tuple[Callable[[Dossier], Recolte], ...] = ()
    groupes: tuple[str, ...] = ()
    syntheses: tuple[Callable[[Dossier, Mapping[str, Chiffre]], Recolte], ...] = ()
