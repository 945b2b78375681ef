"""A package of our own for calamine: the wanted sheets, their texts and styles, nothing else.

So it never sees a part that was not looked at, nor one that is broken and not needed.
"""

from collections.abc import Mapping
from struct import pack
from zlib import crc32

from msgspec import Struct

from rapportpv.reading.classeur.styles import MAIN

_PAQUET = "http://schemas.openxmlformats.org/package/2006"
_BUREAU = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"


class Brut(Struct, frozen=True):
    """A part as it was packed: its bytes, how they are packed, their sum and size unpacked."""

    octets: bytes
    methode: int
    somme: int
    taille: int


def make_brut(contenu: bytes) -> Brut:
    """A part that is not packed."""
    return Brut(contenu, 0, crc32(contenu), len(contenu))


def make_paquet(
    feuilles: list[Brut], textes: Brut | None, styles: str, *, depuis_1904: bool
) -> bytes:
    """A workbook of these sheets, named by their ranks."""
    rangs = range(1, len(feuilles) + 1)
    onglets = "".join(f'<sheet name="{n}" sheetId="{n}" r:id="f{n}"/>' for n in rangs)
    liens = "".join(_relation(f"f{n}", "worksheet", f"worksheets/{n}.xml") for n in rangs)
    liens += _relation("t", "sharedStrings", "sharedStrings.xml") if textes else ""
    classeur = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{_BUREAU}"><workbookPr date1904="{depuis_1904:d}"/>'
        f"<sheets>{onglets}</sheets></workbook>"
    )
    parts = {
        "[Content_Types].xml": _types(len(feuilles)),
        "_rels/.rels": _relations(_relation("d", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": classeur,
        "xl/_rels/workbook.xml.rels": _relations(liens + _relation("s", "styles", "styles.xml")),
        "xl/styles.xml": styles,
    }
    bruts = {nom: make_brut(texte.encode()) for nom, texte in parts.items()}
    bruts |= {f"xl/worksheets/{n}.xml": brut for n, brut in zip(rangs, feuilles, strict=True)}
    if textes:
        bruts["xl/sharedStrings.xml"] = textes
    return _write(bruts)


def _types(feuilles: int) -> str:
    genres = {"/xl/workbook.xml": "sheet.main", "/xl/styles.xml": "styles"}
    genres |= {f"/xl/worksheets/{n}.xml": "worksheet" for n in range(1, feuilles + 1)}
    types = "".join(
        f'<Override PartName="{nom}" ContentType="{_TYPES}.{genre}+xml"/>'
        for nom, genre in genres.items()
    )
    return (
        f'<Types xmlns="{_PAQUET}/content-types">'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>'
    )


def _relations(liens: str) -> str:
    return f'<Relationships xmlns="{_PAQUET}/relationships">{liens}</Relationships>'


def _relation(nom: str, genre: str, cible: str) -> str:
    return f'<Relationship Id="{nom}" Type="{_BUREAU}/{genre}" Target="{cible}"/>'


def _write(bruts: Mapping[str, Brut]) -> bytes:
    """A zip of these parts, as they are packed: Python's own would unpack and pack them again."""
    corps, sommaire = [], []
    place = 0
    for nom, brut in bruts.items():
        nomme = nom.encode()
        commun = pack(
            "<HHHHHIIIHH",
            *(20, 0, brut.methode, 0, 33, brut.somme, len(brut.octets), brut.taille),
            *(len(nomme), 0),
        )
        corps += [b"PK\x03\x04", commun, nomme, brut.octets]
        sommaire += [
            b"PK\x01\x02",
            pack("<H", 20),
            commun,
            pack("<HHHII", 0, 0, 0, 0, place),
            nomme,
        ]
        place += 4 + len(commun) + len(nomme) + len(brut.octets)
    fin = b"".join(sommaire)
    nombre = len(bruts)
    return b"".join(
        [*corps, fin, b"PK\x05\x06", pack("<HHHHIIH", 0, 0, nombre, nombre, len(fin), place, 0)]
    )
