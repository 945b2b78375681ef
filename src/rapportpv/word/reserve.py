"""The compiled code of templates, kept from one run to the next in a folder private to the user.

It is run as it is read: so it is believed only where nobody but the user, or the administrator, can
write, from the root of the disk down to the file. Anywhere else, it is worked out again.
"""

import hashlib
import marshal
import os
import stat
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from types import CodeType

_DIGEST = 32
_FICHIERS = 256  # the oldest go: a template that changes leaves the code of what it was
_AUTRES = stat.S_IWGRP | stat.S_IWOTH


def name_entry(source: str, faiseurs: str) -> str:
    """The name of the code of a source, which those programs make under this Python."""
    python = (sys.version, str(sys.flags.optimize))
    return hashlib.sha256("\0".join((*python, faiseurs, source)).encode()).hexdigest()


def read_code(nom: str) -> tuple[str, CodeType] | None:
    """What was kept under that name, the text and its code; None when nothing can be believed."""
    dossier = _folder()
    if dossier is None:
        return None
    try:
        contenu = _read(dossier / nom)
        if hashlib.sha256(contenu[_DIGEST:]).digest() != contenu[:_DIGEST]:
            return None
        texte, code = marshal.loads(contenu[_DIGEST:])  # the user's own: see _is_private
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return (texte, code) if isinstance(texte, str) and isinstance(code, CodeType) else None


def keep_code(nom: str, texte: str, code: CodeType) -> None:
    """Keep a text and its code, whole or not at all; a folder that cannot be had is no matter.

    Whoever asks Python to keep no byte-code is heard here too.
    """
    dossier = None if sys.dont_write_bytecode else _folder(make=True)
    if dossier is None:
        return
    contenu = marshal.dumps((texte, code))
    with suppress(OSError):
        _write(dossier / nom, hashlib.sha256(contenu).digest() + contenu)
        _prune(dossier)


def _folder(*, make: bool = False) -> Path | None:
    """The folder, if it is the user's alone; None on Windows, where a file tells no owner."""
    if not hasattr(os, "geteuid"):
        return None
    base = Path(os.environ.get("XDG_CACHE_HOME", ""))
    try:
        racine = base if base.is_absolute() else Path.home() / ".cache"
        dossier = racine / "rapportpv"
        if make:
            dossier.mkdir(mode=0o700, parents=True, exist_ok=True)
        return dossier if _is_private(dossier) else None
    except (OSError, RuntimeError):  # no home at all
        return None


def _is_private(dossier: Path) -> bool:
    """Whether nobody else can put a file there, nor another folder in its place."""
    etat = dossier.lstat()
    if not stat.S_ISDIR(etat.st_mode) or etat.st_uid != os.geteuid() or etat.st_mode & 0o077:
        return False
    return all(map(_is_safe, dossier.resolve().parents))


def _is_safe(parent: Path) -> bool:
    etat = parent.stat()
    ouvert = etat.st_mode & _AUTRES and not etat.st_mode & stat.S_ISVTX
    return etat.st_uid in {0, os.geteuid()} and not ouvert


def _read(chemin: Path) -> bytes:
    """The bytes of a file of ours; raises OSError for any other."""
    descripteur = os.open(chemin, os.O_RDONLY | os.O_NOFOLLOW)
    with os.fdopen(descripteur, "rb") as fichier:
        etat = os.fstat(descripteur)
        if not stat.S_ISREG(etat.st_mode) or etat.st_uid != os.geteuid() or etat.st_mode & _AUTRES:
            raise PermissionError(chemin)
        return fichier.read()


def _write(chemin: Path, contenu: bytes) -> None:
    """Write beside, then rename: two runs at once leave one file or the other."""
    descripteur, nom = tempfile.mkstemp(dir=chemin.parent)
    provisoire = Path(nom)
    try:
        with os.fdopen(descripteur, "wb") as fichier:
            fichier.write(contenu)
        provisoire.replace(chemin)
    except OSError:
        provisoire.unlink()
        raise


def _prune(dossier: Path) -> None:
    """Remove the oldest files beyond what is kept."""
    fichiers = sorted(dossier.iterdir(), key=lambda fichier: -fichier.stat().st_mtime)
    for fichier in fichiers[_FICHIERS:]:
        fichier.unlink()
