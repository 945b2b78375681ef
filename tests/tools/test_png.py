"""The pictures of the sample: a PNG of ours is one that others read."""

import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.sample.illustrations import HAUTEUR, ILLUSTRATIONS, LARGEUR
from tools.sample.png import Pixels, encode_png
from tools.sample.toile import BLEU, PALE, Toile

IMAGES = Path(__file__).parents[2] / "data" / "sample" / "2022" / "images"


def decode(octets: bytes) -> Pixels:
    """The pixels of a PNG file written here, read with zlib."""
    assert octets[:8] == b"\x89PNG\r\n\x1a\n"
    largeur, hauteur = struct.unpack(">II", octets[16:24])
    position, donnees = 8, b""
    while position < len(octets):
        longueur, nom = struct.unpack(">I4s", octets[position : position + 8])
        contenu = octets[position + 8 : position + 8 + longueur]
        somme = struct.unpack(">I", octets[position + 8 + longueur : position + 12 + longueur])[0]
        assert zlib.crc32(nom + contenu) == somme
        donnees += contenu if nom == b"IDAT" else b""
        position += 12 + longueur
    lignes = np.frombuffer(zlib.decompress(donnees), np.uint8).reshape(hauteur, 3 * largeur + 1)
    assert (lignes[:, 0] == 2).all()
    sommes = np.cumsum(lignes[:, 1:], axis=0, dtype=np.uint64) % 256
    return sommes.astype(np.uint8).reshape(hauteur, largeur, 3)


SUITES = st.lists(st.tuples(st.integers(0, 255), st.integers(1, 700)), min_size=1, max_size=6)


@given(
    largeur=st.integers(1, 40),
    octets=st.binary(min_size=1, max_size=900)
    | SUITES.map(lambda suites: b"".join(bytes([octet]) * fois for octet, fois in suites)),
)
def test_any_picture_comes_back(largeur: int, octets: bytes) -> None:
    hauteur = max(1, len(octets) // (3 * largeur))
    plein = np.frombuffer(octets.ljust(3 * largeur * hauteur, b"\0"), np.uint8)
    pixels = plein[: 3 * largeur * hauteur].reshape(hauteur, largeur, 3)
    assert (decode(encode_png(pixels)) == pixels).all()


def test_a_flat_picture_is_small() -> None:
    pixels = np.full((600, 800, 3), 200, np.uint8)
    assert len(encode_png(pixels)) < 20_000


@pytest.mark.parametrize("nom", ILLUSTRATIONS)
def test_each_illustration_is_what_the_script_draws(nom: str) -> None:
    toile = Toile(LARGEUR, HAUTEUR, PALE)
    ILLUSTRATIONS[nom](toile)
    assert (decode((IMAGES / f"{nom}.png").read_bytes()) == toile.pixels()).all()


def test_a_disc_is_full_inside_and_soft_on_its_edge() -> None:
    toile = Toile(40, 40, PALE)
    toile.disque((20, 20), 10, BLEU)
    pixels = toile.pixels()
    assert tuple(pixels[20, 20]) == BLEU
    assert tuple(pixels[0, 0]) == PALE
    couleurs = {tuple(map(int, p)) for p in pixels[20]}
    assert couleurs - {BLEU, PALE}


def test_a_polygon_told_clockwise_is_full() -> None:
    toile = Toile(40, 40, PALE)
    toile.rectangle((10, 10), 20, 20, BLEU)
    assert (toile.pixels() == np.array(BLEU)).all(axis=2).sum() == 400
