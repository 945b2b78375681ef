"""The XML part of a sheet, in a stream: what is canonical at once, all else through a parser."""

import re
from collections.abc import Iterable, Iterator
from zipfile import ZipInfo

from rapportpv.reading.classeur import bornes
from rapportpv.reading.classeur.alentours import Alentours
from rapportpv.reading.classeur.balayage import scan_rangees
from rapportpv.reading.classeur.lent import LectureLente
from rapportpv.reading.classeur.paquet import Paquet
from rapportpv.reading.classeur.refus import ClasseurRefuseError
from rapportpv.reading.classeur.releve import Releve
from rapportpv.reading.classeur.styles import Styles
from rapportpv.reading.classeur.valeurs import Valeurs

_TETE = 4 * 2**20
_RANGEE = 32 * 2**20
_ESPACES = rb"(?:http://schemas\.openxmlformats\.org/spreadsheetml|http://purl\.oclc\.org/ooxml/spreadsheetml)"
_PREFIXE = re.compile(rb"""xmlns:[\w.-]+\s*=\s*["']""" + _ESPACES)
_RACINE = re.compile(rb"""\s*(?:<\?xml[^>]*\?>)?\s*<worksheet[\s>]""")
_CODAGE = re.compile(
    rb"""<\?xml[^>]*\sencoding\s*=\s*["'](?!utf-8["']|us-ascii["'])""", re.IGNORECASE
)
_DONNEES = re.compile(rb"<sheetData(?:\s[^>]*)?(/?)>")
_FIN = b"</sheetData>"


class _AutreError(Exception):
    """The sheet is not written as most are."""


def read_part(
    paquet: Paquet, info: ZipInfo, nom: str, styles: Styles
) -> tuple[Releve, bytes | None]:
    """What a sheet says of its cells, and its rows written again when calamine needs them so."""
    try:
        releve, xml = _read_either(paquet, info, nom, styles)
        releve.etendue.close()
    except ClasseurRefuseError as refus:
        refus.feuille = nom
        raise
    return releve, xml


def _read_either(
    paquet: Paquet, info: ZipInfo, nom: str, styles: Styles
) -> tuple[Releve, bytes | None]:
    releve = Releve(bornes.Etendue(nom), styles)
    try:
        _read_fast(paquet.stream(info), releve)
    except _AutreError:
        releve = Releve(bornes.Etendue(nom), styles, valeurs=Valeurs(usuelles=False))
        lecture = LectureLente(releve)
        for morceau in paquet.stream(info):
            lecture.feed(morceau)
        lecture.feed(b"", fin=True)
        return releve, lecture.xml()
    return releve, None


def _read_fast(morceaux: Iterator[bytes], releve: Releve) -> None:
    """Read a sheet that is written as most are; raise _AutreError at the first sign of another."""
    alentours = Alentours(releve)
    tete, reste, donnees = _split_tete(morceaux)
    alentours.analyseur.feed(tete)
    if donnees:
        reste = _scan(reste, morceaux, releve)
        alentours.analyseur.feed(b"</sheetData>")
    for morceau in (reste, *morceaux) if not donnees else _chain(reste, morceaux):
        alentours.analyseur.feed(morceau)
    alentours.analyseur.feed(b"", fin=True)


def _chain(premier: bytes, suite: Iterable[bytes]) -> Iterator[bytes]:
    yield premier
    yield from suite


def _split_tete(morceaux: Iterator[bytes]) -> tuple[bytes, bytes, bool]:
    """What is down to the opening of the rows, what was read after it, whether there are rows."""
    lu = b""
    for morceau in morceaux:
        lu += morceau
        if trouve := _DONNEES.search(lu):
            tete = lu[: trouve.end()]
            if not _is_usual(tete):
                raise _AutreError
            return tete, lu[trouve.end() :], not trouve[1]
        if len(lu) > _TETE:
            break
    raise _AutreError


def _is_usual(tete: bytes) -> bool:
    """Whether what precedes the rows promises no prefix, no other encoding, no comment."""
    nue = tete.removeprefix(b"\xef\xbb\xbf")
    return bool(
        _RACINE.match(nue)
        and b"<!" not in nue
        and not _CODAGE.match(nue)
        and not _PREFIXE.search(nue)
    )


def _scan(reste: bytes, morceaux: Iterator[bytes], releve: Releve) -> bytes:
    """Scan the rows as they come; what was read after their end."""
    while True:
        fin = reste.find(_FIN)
        coupe = fin if fin >= 0 else max(reste.rfind(b"<row "), 0)
        if not scan_rangees(reste[:coupe], releve):
            raise _AutreError
        if fin >= 0:
            return reste[fin + len(_FIN) :]
        reste = reste[coupe:]
        if len(reste) > _RANGEE:
            raise ClasseurRefuseError("trop_grand", releve.etendue.feuille)
        morceau = next(morceaux, None)
        if morceau is None:
            raise _AutreError
        reste += morceau
