"""Files written whole or not at all, also when several programs write them at once."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from rapportpv.core.errors import SortieInaccessibleError


def write_whole(chemin: Path, contenu: bytes) -> None:
    """Write beside, then rename: a reader sees the old file or the new one, never a half.

    Raises SortieInaccessibleError.
    """
    write_all({chemin: contenu})


def write_all(fichiers: Mapping[Path, bytes]) -> None:
    """Write all of them beside their places, then rename: never a half, nor some without others.

    Raises SortieInaccessibleError, of the one that cannot be written.
    """
    brouillons: list[tuple[Path, Path, Path]] = []
    try:
        for chemin, contenu in fichiers.items():
            with _telling(chemin):
                place = chemin.resolve()  # what a link leads to is replaced, not the link
                place.parent.mkdir(parents=True, exist_ok=True)
                brouillons.append((_draft(place, contenu), place, chemin))
        for brouillon, place, chemin in brouillons:
            with _telling(chemin):
                brouillon.replace(place)
    finally:
        for brouillon, *_ in brouillons:
            brouillon.unlink(missing_ok=True)


@contextmanager
def _telling(chemin: Path) -> Iterator[None]:
    try:
        yield
    except OSError as cause:
        raise SortieInaccessibleError(chemin, cause) from cause


def _draft(place: Path, contenu: bytes) -> Path:
    """The content on the disk beside its place, under a name that nobody else has."""
    descripteur, nom = tempfile.mkstemp(".tmp", f".{place.name[:100]}.", place.parent)
    try:
        with os.fdopen(descripteur, "wb") as flux:
            flux.write(contenu)
            flux.flush()
            os.fsync(flux.fileno())
        Path(nom).chmod(_mode(place))
    except BaseException:
        with suppress(OSError):
            Path(nom).unlink()
        raise
    return Path(nom)


def _mode(place: Path) -> int:
    """The rights of the file that is there, else those that a new file has."""
    with suppress(OSError):
        return place.stat().st_mode & 0o7777
    masque = os.umask(0)
    os.umask(masque)
    return 0o666 & ~masque
