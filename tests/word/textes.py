"""Makes the narrative texts of these tests, as `load` would."""

import struct
import zlib

from rapportpv.core.prose import Appel, Bloc, EnLigne, Fragment, Image, Paragraphe, Prose, Titre
from rapportpv.core.textes import Texte


def contenu(*morceaux: str | EnLigne) -> tuple[EnLigne, ...]:
    """A content; «{{ nom }}» alone is a call."""
    return tuple(
        m if not isinstance(m, str) else Appel(m[3:-3]) if m.startswith("{{ ") else Fragment(m)
        for m in morceaux
    )


def para(*morceaux: str | EnLigne) -> Paragraphe:
    """A paragraph."""
    return Paragraphe(contenu(*morceaux))


def titre(niveau: int, *morceaux: str | EnLigne) -> Titre:
    """A heading."""
    return Titre(niveau, contenu(*morceaux))


def texte(nom: str, *blocs: Bloc, **champs: object) -> Texte:
    """The text of a file."""
    return Texte(f"2022/textes/{nom}.md", "", prose=Prose(blocs), **champs)  # type: ignore[arg-type]


def image(largeur: int = 96, hauteur: int = 48, teinte: int = 0, nom: str = "vue") -> Image:
    """A plain picture of that size."""
    lignes = (b"\0" + bytes((teinte, 55, 94)) * largeur) * hauteur
    entete = struct.pack(">IIBBBBB", largeur, hauteur, 8, 2, 0, 0, 0)
    morceaux = ((b"IHDR", entete), (b"IDAT", zlib.compress(lignes)), (b"IEND", b""))
    octets = b"\x89PNG\r\n\x1a\n" + b"".join(_morceau(*m) for m in morceaux)
    return Image(f"2022/images/{nom}.png", octets, "png", largeur, hauteur)


def _morceau(sorte: bytes, contenu: bytes) -> bytes:
    corps = sorte + contenu
    return struct.pack(">I", len(contenu)) + corps + struct.pack(">I", zlib.crc32(corps))
