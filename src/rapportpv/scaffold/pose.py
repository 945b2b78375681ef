"""Files laid down all or none, and never over another."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from rapportpv.core.ecriture import write_whole
from rapportpv.core.errors import SortieInaccessibleError
from rapportpv.scaffold.errors import DossierNonEcritError


class Pose(Struct, frozen=True):
    """The files that were laid down, what became of each, and what is to be known of them."""

    depots: tuple[tuple[str, Path], ...]
    conseils: tuple[str, ...]


def lay_files(
    dossier: Path, fichiers: Mapping[Path, bytes], changes: Mapping[Path, bytes] | None = None
) -> None:
    """Write each file, none of which is there; what was written goes away if one cannot be.

    `changes` are files that are there and go on: they come last. Raises DossierNonEcritError.
    """
    poses: list[Path] = []
    crees: list[Path] = []
    try:
        for chemin, contenu in fichiers.items():
            crees += _make_parents(chemin)
            with chemin.open("xb") as flux:
                poses.append(chemin)
                flux.write(contenu)
        for chemin, contenu in (changes or {}).items():
            write_whole(chemin, contenu)
    except (OSError, SortieInaccessibleError) as cause:
        with suppress(OSError):
            for chemin in poses:
                chemin.unlink()
            for parent in reversed(crees):
                parent.rmdir()
        raise DossierNonEcritError(dossier) from cause


def _make_parents(chemin: Path) -> list[Path]:
    """Make the folders above a file; those that were not there, the highest first."""
    manquants = [parent for parent in chemin.parents if not parent.exists()][::-1]
    chemin.parent.mkdir(parents=True, exist_ok=True)
    return manquants
