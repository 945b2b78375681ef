"""What a year was read from, what was left out of it and why, what its report will lack."""

from __future__ import annotations

from msgspec import Struct

from rapportpv.core.emplacement import Emplacement


class Lu(Struct, frozen=True):
    """A sheet, a folder or a file that was read: how many there are of what it holds."""

    lieu: Emplacement
    nombre: int
    quoi: str  # «projet», «ligne», «texte»


class Laisse(Struct, frozen=True):
    """A file, a sheet or columns that nothing reads, and why.

    Of columns, `lieu` has their headings' cells and `titres` what stands there.
    """

    lieu: Emplacement
    raison: str
    titres: tuple[str, ...] = ()


class Absente(Struct, frozen=True):
    """A part that the report will lack, by its name and as people call it, and why.

    `comble`: what would fill it, told of those that the décret n° 2015-1118 asks for.
    """

    partie: str
    libelle: str
    raison: str
    comble: str = ""


class Inventaire(Struct, frozen=True):
    """All that a check has to say of a year beside its faults."""

    millesime: int
    lus: tuple[Lu, ...] = ()
    laisses: tuple[Laisse, ...] = ()
    absentes: tuple[Absente, ...] = ()
