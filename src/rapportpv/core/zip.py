"""The zip that a .docx or an .xlsx is: read whole, written with fixed dates."""

import io
import zipfile
from collections.abc import Mapping

TYPES = "[Content_Types].xml"
_DATE = (1980, 1, 1, 0, 0, 0)
_TAILLE_MAX = 300 * 2**20


class ArchiveIllisibleError(ValueError):
    """The bytes are not a zip that can be read whole."""


def read_zip(contenu: bytes) -> dict[str, bytes]:
    """The parts by name, in the order of the archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(contenu)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            if sum(info.file_size for info in infos) > _TAILLE_MAX:
                raise ArchiveIllisibleError
            return {info.filename: archive.read(info) for info in infos}
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError) as cause:
        raise ArchiveIllisibleError from cause


def write_zip(parts: Mapping[str, bytes]) -> bytes:
    """The archive, the same byte for byte for the same parts; the content types come first.

    Nothing is compressed: two builds of zlib (that of Python 3.14 on Windows is another) give
    other bytes for the same part. Word compresses when it saves.
    """
    tampon = io.BytesIO()
    with zipfile.ZipFile(tampon, "w", zipfile.ZIP_STORED) as archive:
        for nom in sorted(parts, key=lambda nom: (nom != TYPES, nom)):
            info = zipfile.ZipInfo(nom, date_time=_DATE)
            info.create_system = 0  # else the archive tells Windows from Linux
            archive.writestr(info, parts[nom])
    return tampon.getvalue()
