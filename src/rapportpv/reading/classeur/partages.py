"""The shared texts of a workbook: passed on as they are when calamine reads them right."""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape
from zipfile import ZipInfo

import numpy as np
from msgspec import Struct

from rapportpv.reading.classeur.alentours import Analyseur
from rapportpv.reading.classeur.mini import Brut, make_brut
from rapportpv.reading.classeur.paquet import Paquet
from rapportpv.reading.classeur.styles import MAIN

_RACINE = re.compile(rb"""(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>)?\s*<sst[\s>]""")
_CODAGE = re.compile(
    rb"""(?:\xef\xbb\xbf)?<\?xml[^>]*\sencoding\s*=\s*["'](?!utf-8["'])""", re.IGNORECASE
)
_GARDES = 64 * 2**20  # bytes that are kept
_PREFIXE = re.compile(rb"""xmlns:[\w.-]+\s*=\s*["']http[^"']*spreadsheetml/main""")


class Partages(Struct, frozen=True):
    """The shared texts: their part, the bytes of the longest, their XML when it is short enough."""

    brut: Brut | None
    longueur: int
    xml: bytes = b""


def read_partages(paquet: Paquet, info: ZipInfo) -> Partages:
    """The part of shared texts as calamine reads them right."""
    usuelle, longueur, lus = True, 0, 0
    xml: list[bytes] = []
    reste, premier = b"", True
    for morceau in paquet.stream(info):
        if premier:
            premier = False
            usuelle = bool(_RACINE.match(morceau)) and not (
                _CODAGE.match(morceau) or _PREFIXE.search(morceau[:8192])
            )
        bloc = reste + morceau
        if not usuelle or b"<!" in bloc:
            return _rewrite(paquet.stream(info))
        lus += len(morceau)
        xml = [*xml, morceau] if lus <= _GARDES else []
        coupe = bloc.rfind(b"<si")
        longueur = max(longueur, _longest(bloc), len(bloc) - max(coupe, 0))
        reste = bloc[coupe:] if coupe >= 0 else bloc
    brut = Brut(paquet.packed(info), info.compress_type, info.CRC, info.file_size)
    return Partages(brut, longueur, b"".join(xml))


def _longest(bloc: bytes) -> int:
    """The bytes of the longest text in a piece; those cut in two are looked at with the next."""
    octets = np.frombuffer(bloc, np.uint8)
    places = np.flatnonzero(octets[:-2] == ord("<"))
    places = places[(octets[places + 1] == ord("s")) & (octets[places + 2] == ord("i"))]
    return int(np.diff(places).max()) if len(places) > 1 else 0


def _rewrite(morceaux: Iterator[bytes]) -> Partages:
    """The texts read by a parser and written plainly."""
    textes: list[str] = []
    courant: list[str] = []
    dans: list[str] = []

    def start(nom: str, _: dict[str, str]) -> None:
        dans.append(nom.rpartition("}")[2])
        if dans[-1] == "si":
            courant.clear()

    def end(_: str) -> None:
        if dans.pop() == "si":
            textes.append("".join(courant))

    def text(texte: str) -> None:
        if dans[-1] == "t" and "rPh" not in dans:
            courant.append(texte)

    analyseur = Analyseur("", start, end, text)
    for morceau in morceaux:
        analyseur.feed(morceau)
    analyseur.feed(b"", fin=True)
    entrees = "".join(f'<si><t xml:space="preserve">{escape(t)}</t></si>' for t in textes)
    xml = f'<sst xmlns="{MAIN}" uniqueCount="{len(textes)}">{entrees}</sst>'.encode()
    return Partages(make_brut(xml), max(map(len, textes), default=0) * 4)
