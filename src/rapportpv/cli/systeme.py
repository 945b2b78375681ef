"""What the system does to a command: signals, a full disk, a folder that is gone."""

import errno
import os
import signal
import sys
from pathlib import Path

from rapportpv.french.typographie import format_texte

_PLEINS = frozenset({errno.ENOSPC, errno.EDQUOT})
_SIGNAUX = ("SIGTERM", "SIGHUP")  # Windows has one of them


def watch_signals() -> None:
    """End as with Ctrl+C, so that nothing is left behind, when the system asks to end."""
    for nom in _SIGNAUX:
        if hasattr(signal, nom):
            signal.signal(getattr(signal, nom), signal.default_int_handler)


def tell_systeme(cause: OSError) -> str:
    """What the system refuses, in a sentence; its own words may be English."""
    if not _is_here():
        return (
            "Le dossier où vous êtes n’existe plus. Placez-vous dans un autre, puis relancez la "
            "même commande."
        )
    if cause.errno in _PLEINS:
        return format_texte(
            "Le disque est plein : faites de la place, puis relancez la même commande."
        )
    quoi = f"« {cause.filename} »" if cause.filename else "un fichier"
    return format_texte(
        f"Le système ne permet pas de lire ou d’écrire {quoi}. Vérifiez que le chemin est juste et "
        "pas trop long, que vous avez le droit d’y toucher, et qu’il reste de la place."
    )


def drop_output() -> None:
    """Leave what cannot be written: Python would try once more, and fail in English."""
    try:
        sys.stdout.flush()
    except OSError:
        nulle = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nulle, sys.stdout.fileno())
        os.close(nulle)


def _is_here() -> bool:
    try:
        Path.cwd()
    except FileNotFoundError:
        return False
    return True
