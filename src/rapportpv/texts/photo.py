"""What a picture really is: its format and size, what it says of its author taken out."""

import io
import re
import struct
import zlib
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

Raison = Literal["vide", "inconnu", "format", "abime"]

_PNG = b"\x89PNG\r\n\x1a\n"
_AUTRES = re.compile(  # TIFF, BMP, WebP, HEIC and AVIF, WMF, EMF, SVG
    rb"II\*\x00|MM\x00\*|BM|RIFF....WEBP|....ftyp|\xd7\xcd\xc6\x9a|\x01\x00{3}.{36} EMF"
    rb"|(?:\xef\xbb\xbf)?\s*<(?:\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<?(?:!DOCTYPE )?svg",
    re.DOTALL,
)
_PNG_GARDES = re.compile(b"IHDR|PLTE|IDAT|IEND|tRNS|gAMA|cHRM|sRGB|iCCP|sBIT|pHYs|bKGD")
_JPEG_JETES = {0xE1, *range(0xE3, 0xEE), 0xEF, 0xFE}  # Exif and XMP, IPTC, comments
_JPEG_TAILLE = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_JPEG_SUITE = re.compile(rb"\xff+([^\x00\xff\xd0-\xd7])")
_QUALITE = 92
_PROFIL_MAX = 4 * 2**20  # the largest in use, of a printing press, have 2 MB
_ORIENTATION = 0x0112


class ImageRefuseeError(Exception):
    """The bytes are no picture for a document; `raison` says why."""

    def __init__(self, raison: Raison) -> None:
        super().__init__(raison)
        self.raison: Raison = raison


class Photo(Struct, frozen=True):
    """A picture's bytes, format and size in pixels."""

    octets: bytes
    format: str
    largeur: int
    hauteur: int
    tournee: bool = False  # its Exif may ask to turn it


def inspect_photo(octets: bytes) -> Photo:
    """The picture that the bytes are, without its metadata: nothing says where it was taken.

    Raises ImageRefuseeError for what is neither PNG, JPEG nor GIF, or is cut short.
    """
    try:
        if octets.startswith(_PNG):
            return _inspect_png(octets)
        if octets.startswith(b"\xff\xd8\xff"):
            return _inspect_jpeg(octets)
        if octets[:6] in {b"GIF87a", b"GIF89a"}:
            return _inspect_gif(octets)
    except (struct.error, IndexError) as cause:
        raise ImageRefuseeError("abime") from cause
    if not octets.strip(b"\x00"):
        raise ImageRefuseeError("vide")
    raise ImageRefuseeError("format" if _AUTRES.match(octets) else "inconnu")


def turn(photo: Photo, origine: bytes) -> Photo:
    """The picture as its Exif asks it to be shown; the same, when it asks for nothing."""
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(origine), formats=(photo.format.upper(),)) as image:
            if image.getexif().get(_ORIENTATION, 1) == 1:
                return photo
            droite = ImageOps.exif_transpose(image)
            icc = image.info.get("icc_profile")
            tampon = io.BytesIO()
            droite.save(tampon, photo.format.upper(), quality=_QUALITE, icc_profile=icc)
    except (OSError, SyntaxError, ValueError, struct.error) as cause:
        raise ImageRefuseeError("abime") from cause
    return Photo(tampon.getvalue(), photo.format, *droite.size)


def _inspect_png(octets: bytes) -> Photo:
    gardes, tournee = [_PNG], False
    for nom, morceau in _list_png(octets):
        if _PNG_GARDES.fullmatch(nom) and (nom != b"iCCP" or _is_profil(morceau)):
            gardes.append(morceau)
        tournee = tournee or nom == b"eXIf"
    largeur, hauteur = struct.unpack(">II", octets[16:24])
    return _photo(b"".join(gardes), "png", largeur, hauteur, tournee=tournee)


def _is_profil(morceau: bytes) -> bool:
    """Whether a profile of colours unpacks to one of their size: whoever opens it would try.

    Without its profile a picture is shown in other tints, and shown.
    """
    _, _, suite = morceau[8:-4].partition(b"\x00")
    lecteur = zlib.decompressobj()
    try:
        lecteur.decompress(suite[1:], _PROFIL_MAX)
    except zlib.error:
        return False
    return lecteur.eof


def _list_png(octets: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each chunk, with its name; each must be whole, up to the last."""
    position, nom = len(_PNG), b""
    while nom != b"IEND":
        longueur, nom = struct.unpack(">I4s", octets[position : position + 8])
        morceau = octets[position : position + 12 + longueur]
        (somme,) = struct.unpack(">I", morceau[8 + longueur :])
        if zlib.crc32(morceau[4:-4]) != somme or (position == len(_PNG)) != (nom == b"IHDR"):
            raise ImageRefuseeError("abime")
        yield nom, morceau
        position += len(morceau)


def _inspect_jpeg(octets: bytes) -> Photo:
    gardes, tournee, taille, position = [b"\xff\xd8"], False, (0, 0), 2
    while True:
        trouve = _JPEG_SUITE.search(octets, position)
        if trouve is None:
            raise ImageRefuseeError("abime")
        gardes.append(octets[position : trouve.start()])  # the points of a scan, before a marker
        marque, debut = trouve[1][0], trouve.end()
        if marque == 0xD9:
            break
        (longueur,) = struct.unpack(">H", octets[debut : debut + 2])
        segment = octets[debut : debut + longueur]
        if len(segment) < longueur or longueur < 2:
            raise ImageRefuseeError("abime")
        if marque in _JPEG_TAILLE:
            taille = struct.unpack(">HH", segment[3:7])
        tournee = tournee or segment[2:6] == b"Exif"
        if marque not in _JPEG_JETES and segment[2:6] != b"MPF\x00":
            gardes.append(b"\xff" + bytes([marque]) + segment)
        position = debut + longueur
    gardes.append(b"\xff\xd9")  # what follows is another picture, with its own metadata
    return _photo(b"".join(gardes), "jpeg", taille[1], taille[0], tournee=tournee)


def _inspect_gif(octets: bytes) -> Photo:
    largeur, hauteur = struct.unpack("<HH", octets[6:10])
    if not octets.rstrip(b"\x00").endswith(b";"):
        raise ImageRefuseeError("abime")
    return _photo(octets, "gif", largeur, hauteur, tournee=False)


def _photo(octets: bytes, genre: str, largeur: int, hauteur: int, *, tournee: bool) -> Photo:
    if not largeur or not hauteur:
        raise ImageRefuseeError("abime")
    return Photo(octets, genre, largeur, hauteur, tournee)
