"""What breaks a file: its bytes, the parts of its zip, their XML, the lines of a text."""

import io
import random
import re
import zipfile
from collections.abc import Callable

MECHANTS = (
    *("\x00", "\x07", "\x1b[31m", "\u202e", "\ufeff", "\ud7ff", "'", '"', "[", "]", "{", "}", "="),
    *("{{", "}}", "{% for a in range(9999) %}", "{% endfor %}", "{{ programmation.total }}"),
    *("{{ '' * 9 }}", "{{ (1).__class__ }}", "[[contrat]]", "# ", "| a | b |", "€", "1e308", "-0"),
    *("999999999999999999999", "1899-12-31", "&#0;", "&amp;", "<a>", "]]>", "\t", "\r", "\n\n"),
)
_BALISE = re.compile(rb"<[^<>]{1,400}>")
_ATTRIBUT = re.compile(rb'="([^"]{0,80})"')
_NOMBRE = re.compile(rb">(\d{1,9})<")
_DATE = (2000, 1, 1, 0, 0, 0)

Casse = Callable[[random.Random, bytes], bytes]


def break_zip(alea: random.Random, contenu: bytes) -> bytes:
    """A package with one to three faults: in its bytes, among its parts, or inside one of them."""
    for _ in range(alea.randint(1, 3)):
        contenu = alea.choice(_DU_ZIP)(alea, contenu)
    return contenu


def break_text(alea: random.Random, contenu: bytes) -> bytes:
    """A text with a fault or two, of lines, of signs or of bytes."""
    for _ in range(alea.randint(1, 2)):
        contenu = alea.choice(_DU_TEXTE)(alea, contenu)
    return contenu


def _flip(alea: random.Random, contenu: bytes) -> bytes:
    octets = bytearray(contenu or b"\0")
    for _ in range(alea.randint(1, 8)):
        octets[alea.randrange(len(octets))] = alea.randrange(256)
    return bytes(octets)


def _cut(alea: random.Random, contenu: bytes) -> bytes:
    return contenu[: alea.randrange(len(contenu) + 1)]


def _append(alea: random.Random, contenu: bytes) -> bytes:
    return contenu + alea.randbytes(alea.randint(1, 300))


def _in_parts(geste: Callable[[random.Random, dict[str, bytes]], None]) -> Casse:
    """What changes the parts of a package; a package that no longer opens stays as it is."""

    def casse(alea: random.Random, contenu: bytes) -> bytes:
        try:
            with zipfile.ZipFile(io.BytesIO(contenu)) as archive:
                parts = {nom: archive.read(nom) for nom in archive.namelist()}
        except Exception:
            return contenu
        if not parts:
            return contenu
        geste(alea, parts)
        sortie = io.BytesIO()
        with zipfile.ZipFile(sortie, "w", zipfile.ZIP_DEFLATED) as archive:
            for nom, part in parts.items():
                archive.writestr(zipfile.ZipInfo(nom, _DATE), part)
        return sortie.getvalue()

    return casse


def _pick(alea: random.Random, parts: dict[str, bytes]) -> str:
    """A part, those that hold data more often than the others."""
    noms = sorted(parts)
    return alea.choice(noms + [n for n in noms if "sheet" in n or "document" in n] * 6)


def _drop_part(alea: random.Random, parts: dict[str, bytes]) -> None:
    del parts[_pick(alea, parts)]


def _rename_part(alea: random.Random, parts: dict[str, bytes]) -> None:
    nom = _pick(alea, parts)
    parts[alea.choice(("../" + nom, nom.upper(), "/" + nom, nom + "x"))] = parts.pop(nom)


def _empty_part(alea: random.Random, parts: dict[str, bytes]) -> None:
    parts[_pick(alea, parts)] = b""


def _swap_parts(alea: random.Random, parts: dict[str, bytes]) -> None:
    un, autre = _pick(alea, parts), _pick(alea, parts)
    parts[un], parts[autre] = parts[autre], parts[un]


def _in_xml(motif: re.Pattern[bytes], change: Callable[[random.Random, bytes], bytes]) -> Casse:
    """What changes a piece of the XML of a part."""

    def geste(alea: random.Random, parts: dict[str, bytes]) -> None:
        nom = _pick(alea, parts)
        trouves = list(motif.finditer(parts[nom]))
        if trouves:
            trouve = alea.choice(trouves)
            groupe = 1 if motif.groups else 0
            debut, fin = trouve.span(groupe)
            neuf = change(alea, trouve[groupe])
            parts[nom] = parts[nom][:debut] + neuf + parts[nom][fin:]

    return _in_parts(geste)


def _nasty(alea: random.Random, _: bytes = b"") -> bytes:
    return alea.choice(MECHANTS).encode("utf-8", "surrogatepass")


def _long(alea: random.Random, _: bytes) -> bytes:
    return _nasty(alea) * alea.choice((50, 5000, 50_000))


def _lines(geste: Callable[[random.Random, list[bytes]], None]) -> Casse:
    def casse(alea: random.Random, contenu: bytes) -> bytes:
        lignes = contenu.split(b"\n")
        geste(alea, lignes)
        return b"\n".join(lignes)

    return casse


def _drop_line(alea: random.Random, lignes: list[bytes]) -> None:
    del lignes[alea.randrange(len(lignes))]


def _repeat_line(alea: random.Random, lignes: list[bytes]) -> None:
    lignes.insert(alea.randrange(len(lignes) + 1), alea.choice(lignes or [b""]))


def _insert(alea: random.Random, contenu: bytes) -> bytes:
    ou = alea.randrange(len(contenu) + 1)
    return contenu[:ou] + _nasty(alea) * alea.choice((1, 1, 1, 40)) + contenu[ou:]


def _encode(alea: random.Random, contenu: bytes) -> bytes:
    try:
        return contenu.decode().encode(alea.choice(("utf-16", "cp1252", "utf-8-sig")), "replace")
    except UnicodeDecodeError:
        return contenu


def _nothing(_: random.Random, __: bytes) -> bytes:
    return b""


def _twice(_: random.Random, morceau: bytes) -> bytes:
    return morceau * 2


def _negative(_: random.Random, __: bytes) -> bytes:
    return b"-1"


def _another(alea: random.Random, _: bytes) -> bytes:
    return str(alea.randrange(10**6)).encode()


_DU_ZIP: tuple[Casse, ...] = (
    *(_flip, _cut, _append),
    *map(_in_parts, (_drop_part, _rename_part, _empty_part, _swap_parts)),
    *(_in_xml(_BALISE, change) for change in (_nothing, _twice, _nasty, _long)),
    *(_in_xml(_ATTRIBUT, change) for change in (_nasty, _negative, _long)),
    *(_in_xml(_NOMBRE, change) for change in (_nasty, _another, _another)),
)
_DU_TEXTE: tuple[Casse, ...] = (
    *(_insert, _insert, _flip, _cut, _encode),
    *map(_lines, (_drop_line, _repeat_line)),
)
