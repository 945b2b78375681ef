"""The folder `textes/` of a year: one file per section of the report."""

from pathlib import Path

from rapportpv.model.errors import FichierInaccessibleError
from rapportpv.model.textes import TEXTES, Texte

_MARKDOWN = ".md"
_WORD = ".docx"
_CACHES = (".", "~$")


def load_textes(racine: Path, millesime: int) -> tuple[Texte, ...] | None:
    """The texts of the year by name; None when the project has no such folder.

    Raises FichierInaccessibleError when the system forbids a reading.
    """
    dossier = racine / str(millesime) / TEXTES
    if not dossier.is_dir():
        return None
    fichiers = sorted(f for f in dossier.iterdir() if f.is_file() and _is_texte(f))
    return tuple(_load(f, f"{millesime}/{TEXTES}/{f.name}") for f in fichiers)


def _is_texte(chemin: Path) -> bool:
    return chemin.suffix.lower() in {_MARKDOWN, _WORD} and not chemin.name.startswith(_CACHES)


def _load(chemin: Path, fichier: str) -> Texte:
    if chemin.suffix.lower() == _WORD:
        return Texte(fichier, "", word=True)
    try:
        octets = chemin.read_bytes()
    except OSError as cause:
        raise FichierInaccessibleError(chemin) from cause
    return Texte(fichier, _decode(octets).replace("\r\n", "\n").replace("\r", "\n"))


def _decode(octets: bytes) -> str:
    """The text, in UTF-8 or as older Windows editors save it."""
    try:
        return octets.decode("utf-8-sig")
    except UnicodeDecodeError:
        return octets.decode("cp1252", "replace")
