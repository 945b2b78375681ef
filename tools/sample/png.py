"""PNG files written with nothing but arithmetic: the same bytes on any machine.

zlib's output differs between its builds, so the rows are compressed here, by run length: what a
flat picture needs.
"""

import struct
import zlib

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
"""Rows, columns, and red, green, blue."""

_FIN = 256
_PLUS_LONGUE, _PLUS_COURTE = 258, 3
_SUITES = {258: 285, **{longueur: 254 + longueur for longueur in range(3, 11)}}


def encode_png(pixels: Pixels) -> bytes:
    """The picture as a PNG file: 8 bits a colour, each row told by its difference to the last."""
    hauteur, largeur, _ = pixels.shape
    lignes = pixels.reshape(hauteur, -1)
    ecarts = lignes - np.vstack([np.zeros_like(lignes[:1]), lignes[:-1]])
    filtrees = np.hstack([np.full((hauteur, 1), 2, np.uint8), ecarts]).tobytes()
    entete = struct.pack(">IIBBBBB", largeur, hauteur, 8, 2, 0, 0, 0)
    comprimees = b"\x78\x01" + _deflate(filtrees) + struct.pack(">I", zlib.adler32(filtrees))
    blocs = ((b"IHDR", entete), (b"IDAT", comprimees), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_bloc(*bloc) for bloc in blocs)


def _bloc(nom: bytes, contenu: bytes) -> bytes:
    somme = zlib.crc32(nom + contenu)
    return struct.pack(">I", len(contenu)) + nom + contenu + struct.pack(">I", somme)


def _deflate(octets: bytes) -> bytes:
    """One block of RFC 1951 with its fixed codes; the only repeats are of the last byte."""
    bits = ["1", "10"]  # the last block, and its kind
    codes = [_code(symbole) for symbole in range(286)]
    rang = 0
    while rang < len(octets):
        octet = octets[rang]
        fin = rang + 1
        while fin < len(octets) and octets[fin] == octet:
            fin += 1
        bits.append(codes[octet])
        bits.append(_repeat(fin - rang - 1, codes, codes[octet]))
        rang = fin
    suite = "".join([*bits, codes[_FIN]])
    suite += "0" * (-len(suite) % 8)
    return int(suite[::-1], 2).to_bytes(len(suite) // 8, "little")


def _repeat(fois: int, codes: list[str], seul: str) -> str:
    """The byte before, that many times again."""
    texte = ""
    while fois:
        longueur = next((n for n in (_PLUS_LONGUE, *range(10, 2, -1)) if n <= fois), 1)
        texte += seul if longueur < _PLUS_COURTE else codes[_SUITES[longueur]] + "00000"
        fois -= longueur
    return texte


def _code(symbole: int) -> str:
    """The fixed Huffman code of a symbol, most significant bit first."""
    for premier, longueur, base in ((280, 8, 192), (256, 7, 0), (144, 9, 400), (0, 8, 48)):
        if symbole >= premier:
            return format(base + symbole - premier, f"0{longueur}b")
    raise ValueError(symbole)
