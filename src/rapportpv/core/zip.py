"""The zip that a .docx or an .xlsx is: read whole, written with fixed dates."""

import io
import zipfile
import zlib
from collections.abc import Mapping

TYPES = "[Content_Types].xml"
_DATE = (1980, 1, 1, 0, 0, 0)
_TAILLE_MAX = 300 * 2**20
_ENTREES_MAX = 10_000
_ENTETE_CENTRAL = b"PK\x01\x02"
_SERREES = (".png", ".jpg", ".jpeg", ".gif")  # of parts: packed already
_TAUX_MAX, _FRANCHISE = 200, 16 * 2**20  # Word's own XML packs 10 to 60 times

_ABIMES = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
)


class ArchiveIllisibleError(ValueError):
    """The bytes are not a zip that can be read whole."""


class ArchiveDemesureeError(ArchiveIllisibleError):
    """The zip has too many parts, or would unpack to far more than it is."""


def read_zip(contenu: bytes, taille_max: int = _TAILLE_MAX) -> dict[str, bytes]:
    """The parts by name, in the order of the archive; no more is unpacked than it declares.

    Raises ArchiveIllisibleError, ArchiveDemesureeError.
    """
    if contenu.count(_ENTETE_CENTRAL) > _ENTREES_MAX:
        raise ArchiveDemesureeError
    try:
        with zipfile.ZipFile(io.BytesIO(contenu)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            if sum(info.file_size for info in infos) > taille_max or any(map(_grows, infos)):
                raise ArchiveDemesureeError
            return {info.filename: archive.read(info) for info in infos}
    except ArchiveIllisibleError:
        raise
    except _ABIMES as cause:
        raise ArchiveIllisibleError from cause


def same_parts(un: bytes, autre: bytes) -> bool:
    """Whether two archives hold the same parts, however each was packed."""
    try:
        return read_zip(un) == read_zip(autre)
    except ArchiveIllisibleError:
        return False


def _grows(info: zipfile.ZipInfo) -> bool:
    """Whether a part is a bomb: large, and packed far tighter than a text is."""
    return info.file_size > _FRANCHISE and info.file_size > _TAUX_MAX * max(info.compress_size, 1)


def write_zip(parts: Mapping[str, bytes], *, serree: bool = False) -> bytes:
    """The archive, the same byte for byte for the same parts; the content types come first.

    `serree`: what packs is packed, and the bytes are those of this zlib: that of another Python
    may give others for the same part. Else nothing is, and they are the same on every machine.
    """
    tampon = io.BytesIO()
    with zipfile.ZipFile(tampon, "w", zipfile.ZIP_STORED) as archive:
        for nom in sorted(parts, key=lambda nom: (nom != TYPES, nom)):
            info = zipfile.ZipInfo(nom, date_time=_DATE)
            info.create_system = 0  # else the archive tells Windows from Linux
            if serree and not nom.lower().endswith(_SERREES):
                info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, parts[nom])
    return tampon.getvalue()
