"""Documents that take the place of others: what somebody touched is kept beside them."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from enum import Enum, auto
from pathlib import Path

from msgspec import Struct

from rapportpv.core.ecriture import write_whole
from rapportpv.core.errors import DocumentModifieError, SortieInaccessibleError
from rapportpv.core.zip import same_parts
from rapportpv.word.archive import is_untouched

_GARDEE = re.compile(r"-avant-\d{4}-\d\d-\d\d(?:-\d+)?$")


class Etat(Enum):
    """What became of a document."""

    REFUSE = auto()
    ECRIT = auto()
    REMPLACE = auto()
    INCHANGE = auto()


class Ecriture(Struct, frozen=True):
    """A document that was written; `gardee` is the copy of what somebody had made of it."""

    chemin: Path
    etat: Etat
    gardee: Path | None = None


class Remplacement(Struct, frozen=True):
    """What may be done about a document that stands where one is to be written.

    `annee`: the year that `refresh` would bring it up to, when it is a document that it reads.
    """

    ecraser: bool
    annee: int | None = None
    is_ours: Callable[[bytes], bool] = is_untouched


def check_output(chemin: Path, contenu: bytes, voulu: Remplacement) -> Etat:
    """What would become of a document that is written there; nothing is.

    Raises SortieInaccessibleError and DocumentModifieError.
    """
    return _look(chemin, contenu, voulu)[0]


def write_output(chemin: Path, contenu: bytes, voulu: Remplacement) -> Ecriture:
    """Write a document whole, unless it is there already; what became of it.

    One that somebody touched is copied first. Raises SortieInaccessibleError and
    DocumentModifieError.
    """
    etat, touche = _look(chemin, contenu, voulu)
    gardee = keep_copy(chemin) if touche else None
    if etat is not Etat.INCHANGE:
        write_whole(chemin, contenu)
    return Ecriture(chemin, etat, gardee)


def keep_copy(chemin: Path) -> Path:
    """The copy of a file, beside it, dated by the day on which it was last saved.

    No copy ever takes the place of another file. Raises SortieInaccessibleError.
    """
    try:
        contenu = chemin.read_bytes()
        jour = datetime.fromtimestamp(chemin.stat().st_mtime, UTC).date()
        for copie in _name_copies(chemin, jour.isoformat()):
            if not copie.exists():
                write_whole(copie, contenu)
                return copie
            if copie.is_file() and copie.read_bytes() == contenu:
                return copie
    except OSError as cause:
        raise SortieInaccessibleError(chemin, cause) from cause
    raise AssertionError  # there is always another number


def is_gardee(chemin: Path) -> bool:
    """Whether a file is a copy of what somebody had made of a document, by its name."""
    return _GARDEE.search(chemin.stem) is not None


def _name_copies(chemin: Path, jour: str) -> Iterator[Path]:
    """«rapport-avant-2023-10-04.docx», then «rapport-avant-2023-10-04-2.docx», and so on."""
    souche, numero = f"{chemin.stem}-avant-{jour}", 1
    while True:
        suite = f"-{numero}" if numero > 1 else ""
        yield chemin.with_name(f"{souche}{suite}{chemin.suffix}")
        numero += 1


def _look(chemin: Path, contenu: bytes, voulu: Remplacement) -> tuple[Etat, bool]:
    """What would become of a document, and whether somebody touched the one that stands there."""
    try:
        ancien = chemin.read_bytes() if chemin.exists() else None
        if ancien is not None and (ancien == contenu or same_parts(ancien, contenu)):
            return Etat.INCHANGE, False  # another zlib packs the same parts into other bytes
        if chemin.with_name(f"~${chemin.name[2:]}").exists():  # Word has it open
            raise SortieInaccessibleError(chemin)
    except OSError as cause:
        raise SortieInaccessibleError(chemin, cause) from cause
    if ancien is None:
        return Etat.ECRIT, False
    touche = not voulu.is_ours(ancien)
    if touche and not voulu.ecraser:
        raise DocumentModifieError(chemin, voulu.annee)
    return Etat.REMPLACE, touche
