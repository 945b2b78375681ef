"""The projects below a folder, and a digest of all that each is made of."""

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import rapportpv
from rapportpv.commands.fourni import list_fournis
from rapportpv.core.errors import LotVideError
from rapportpv.reading.noms import REGLAGES

SORTIE = "sortie"
"""The folder of the documents of a project: it is no part of what they are made of."""


def find_projets(dossier: Path) -> list[Path]:
    """The project folders below that one, itself perhaps, in order. Raises LotVideError."""
    projets = sorted(_walk(dossier.resolve()))
    if not projets:
        raise LotVideError(dossier)
    return projets


def _walk(dossier: Path) -> Iterator[Path]:
    """A project holds no other; hidden folders and links to folders are left."""
    for racine, dossiers, fichiers in os.walk(dossier):
        dossiers[:] = [nom for nom in dossiers if not nom.startswith(".")]
        if REGLAGES in fichiers:
            dossiers.clear()
            yield Path(racine)


def digest_projet(racine: Path, *demande: object) -> str:
    """A digest of what is asked for, of this program and of the files of the project.

    Files that are open leave a lock beside them, which counts as well: they are then refused.
    """
    somme = sha256()
    for mot in (rapportpv.__version__, *demande):
        somme.update(f"{mot}\0".encode())
    for nom, modele in sorted(list_fournis().items()):
        somme.update(_tell(nom, modele))
    for fichier in sorted(_list_files(racine)):
        somme.update(_tell(fichier.relative_to(racine).as_posix(), fichier))
    return somme.hexdigest()


def digest_file(chemin: Path) -> str:
    """The digest of a file."""
    return sha256(chemin.read_bytes()).hexdigest()


def _tell(nom: str, chemin: Path) -> bytes:
    return f"{nom}\0{digest_file(chemin)}\0".encode("utf-8", "surrogateescape")


def _list_files(racine: Path) -> Iterator[Path]:
    for dossier, dossiers, fichiers in os.walk(racine):
        dossiers[:] = [nom for nom in dossiers if not nom.startswith(".") and nom != SORTIE]
        yield from (Path(dossier, nom) for nom in fichiers if Path(dossier, nom).is_file())
