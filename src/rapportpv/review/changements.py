"""What a refresh does, region by region, so that a person can read it."""

from enum import Enum, auto

from msgspec import Struct

from rapportpv.word.regions import Ancre


class Sort(Enum):
    """What becomes of a region."""

    CHANGE = auto()
    ECRASE = auto()  # edited by hand, and replaced because its name was given
    GARDE = auto()  # edited by hand, and left as it is
    PERDU = auto()  # its anchors are gone
    DOUBLE = auto()  # its anchor is there twice
    DISPARU = auto()  # the year has it no more
    NOUVEAU = auto()  # the year has it, and the document does not
    AJOUTE = auto()


A_REGARDER = frozenset({Sort.GARDE, Sort.PERDU, Sort.DOUBLE, Sort.DISPARU})
"""What a person has to look at: the document does not say all that the year says."""


class Changement(Struct, frozen=True):
    """A region, where it is, what it said and what it says now.

    `details`: the lines of a table that change, each in a few words.
    """

    sort: Sort
    ancre: Ancre
    lieu: str
    avant: str = ""
    apres: str = ""
    details: tuple[str, ...] = ()
