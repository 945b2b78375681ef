"""The package of a workbook: its parts by name, unpacked under a bound that it does not set."""

import posixpath
import zlib
from collections.abc import Iterator
from functools import cached_property
from io import BytesIO
from struct import unpack_from
from urllib.parse import unquote
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from msgspec import Struct

from rapportpv.reading.classeur import bornes
from rapportpv.reading.classeur.arbre import attribute, children, read_arbre
from rapportpv.reading.classeur.refus import ClasseurRefuseError

_MORCEAU = 2**20
_ENTETE_CENTRAL = b"PK\x01\x02"
_ABIMES = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


class Relation(Struct, frozen=True):
    """A link from a part to another: its kind (the last word of its type), and where it leads."""

    nom: str
    genre: str
    cible: str


class Paquet:
    """The parts of a zip, found whatever the case and the slashes of their names."""

    def __init__(self, contenu: bytes) -> None:
        if contenu.count(_ENTETE_CENTRAL) > bornes.ENTREES:
            raise ClasseurRefuseError("trop_grand")
        self._contenu = contenu
        self._deplie = 0
        try:
            self._archive = ZipFile(BytesIO(contenu))
            infos = self._archive.infolist()
        except _ABIMES as cause:
            raise ClasseurRefuseError("abime") from cause
        self._infos = {_key(info.filename): info for info in infos if not info.is_dir()}

    @cached_property
    def noms(self) -> frozenset[str]:
        """The names of the parts, in lower case."""
        return frozenset(self._infos)

    def find(self, nom: str) -> ZipInfo | None:
        """The part of that name, or None."""
        return self._infos.get(_key(nom)) or self._infos.get(_key(unquote(nom)))

    def stream(self, info: ZipInfo) -> Iterator[bytes]:
        """The part unpacked piece by piece. Raises ClasseurRefuseError when it is too large."""
        if info.flag_bits & 1:
            raise ClasseurRefuseError("chiffre")
        lus = 0
        try:
            with self._archive.open(info) as flux:
                while morceau := flux.read(_MORCEAU):
                    lus += len(morceau)
                    self._deplie += len(morceau)
                    taux = lus / max(info.compress_size, 1)
                    if self._deplie > bornes.DEPLIE or (
                        lus > bornes.FRANCHISE and taux > bornes.TAUX
                    ):
                        raise ClasseurRefuseError("trop_grand")
                    yield morceau
        except _ABIMES as cause:
            raise ClasseurRefuseError("abime") from cause

    def read(self, nom: str, borne: int = bornes.FRANCHISE) -> bytes | None:
        """A small part whole; None when there is none, or none that can be unpacked."""
        info = self.find(nom)
        if info is None:
            return None
        lus = bytearray()
        try:
            for morceau in self.stream(info):
                lus += morceau
                if len(lus) > borne:
                    raise ClasseurRefuseError("trop_grand")
        except ClasseurRefuseError as refus:
            if refus.raison != "abime":
                raise
            return None
        return bytes(lus)

    def packed(self, info: ZipInfo) -> bytes:
        """The part as it is in the file, packed."""
        debut = info.header_offset
        nom, extra = unpack_from("<HH", self._contenu, debut + 26)
        debut += 30 + nom + extra
        if info.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise ClasseurRefuseError("abime")
        return self._contenu[debut : debut + info.compress_size]

    def relations(self, nom: str) -> list[Relation]:
        """Where a part leads (for an empty name, the package); nothing when that is not told."""
        dossier, fichier = posixpath.split(nom)
        racine = read_arbre(self.read(posixpath.join(dossier, "_rels", f"{fichier}.rels")) or b"")
        return [
            Relation(
                attribute(relation, "Id"),
                attribute(relation, "Type").rpartition("/")[2],
                _resolve(dossier, attribute(relation, "Target")),
            )
            for relation in children(racine, "Relationship")
            if attribute(relation, "TargetMode") != "External"
        ]


def _key(nom: str) -> str:
    return posixpath.normpath(nom.replace("\\", "/")).lstrip("/").lower()


def _resolve(dossier: str, cible: str) -> str:
    """A target as the name of a part: absolute, or relative to the folder of its source."""
    chemin = cible.replace("\\", "/")
    return posixpath.normpath(posixpath.join("/", dossier, chemin)).lstrip("/")
