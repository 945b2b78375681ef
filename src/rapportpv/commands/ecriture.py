"""Files written whole or not at all."""

from pathlib import Path

from rapportpv.core.errors import SortieInaccessibleError


def write_whole(chemin: Path, contenu: bytes) -> None:
    """Write beside, then rename: a reader sees the old file or the new one, never a half.

    Raises SortieInaccessibleError.
    """
    brouillon = chemin.with_name(f".{chemin.name}.tmp")
    try:
        chemin.parent.mkdir(parents=True, exist_ok=True)
        try:
            brouillon.write_bytes(contenu)
            brouillon.replace(chemin)
        finally:
            brouillon.unlink(missing_ok=True)
    except OSError as cause:
        raise SortieInaccessibleError(chemin) from cause
