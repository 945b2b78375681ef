"""Packages written by hand, so that a test shows what is odd in them."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
BUREAU = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PAQUET = "http://schemas.openxmlformats.org/package/2006"
STRICT = "http://purl.oclc.org/ooxml"


def relations(*liens: tuple[str, str, str], bureau: str = BUREAU) -> str:
    """Relations by (Id, kind, target)."""
    corps = "".join(
        f'<Relationship Id="{i}" Type="{bureau}/{g}" Target="{c}"/>' for i, g, c in liens
    )
    return f'<Relationships xmlns="{PAQUET}/relationships">{corps}</Relationships>'


def sheet(rangees: str, avant: str = "", apres: str = "") -> str:
    """A sheet of those rows."""
    return f'<worksheet xmlns="{MAIN}">{avant}<sheetData>{rangees}</sheetData>{apres}</worksheet>'


PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{PAQUET}/content-types"/>',
    "_rels/.rels": relations(("r1", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": (
        f'<workbook xmlns="{MAIN}" xmlns:r="{BUREAU}"><sheets>'
        '<sheet name="F" sheetId="1" r:id="f1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": relations(
        ("f1", "worksheet", "worksheets/sheet1.xml"),
        ("t", "sharedStrings", "sharedStrings.xml"),
        ("s", "styles", "styles.xml"),
    ),
}


def write_zip(chemin: Path, parts: Mapping[str, str | bytes]) -> Path:
    """A packed zip of those parts."""
    with ZipFile(chemin, "w", ZIP_DEFLATED) as archive:
        for nom, contenu in parts.items():
            archive.writestr(nom, contenu)
    return chemin


def write_xlsx(chemin: Path, feuille: str | bytes, parts: Mapping[str, str | bytes] = {}) -> Path:
    """A workbook of one sheet «F» with that XML, and other parts."""
    return write_zip(chemin, {**PARTS, "xl/worksheets/sheet1.xml": feuille, **parts})


def prefix(xml: str) -> str:
    """Every element under a prefix."""
    return re.sub(r"<(/?)(?=\w)", r"<\1x:", xml).replace(" xmlns=", " xmlns:x=")


def encode(codage: str) -> Callable[[str], bytes]:
    """The part in another encoding, which it declares."""
    return lambda xml: f'<?xml version="1.0" encoding="{codage}"?>{xml}'.encode(
        codage, "xmlcharrefreplace"
    )


NOMS_ODS = "".join(
    f' xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"'
    for n in ("office", "table", "text", "style", "number")
)
NOMS_ODS += ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
NOMS_ODS += ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'


def write_ods(chemin: Path, rangees: str, styles: str = "", tete: str = "") -> Path:
    """An .ods of one sheet «F»; no mimetype, as some programs write it."""
    contenu = (
        f"{tete}<office:document-content{NOMS_ODS}>"
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        '<office:body><office:spreadsheet><table:table table:name="F">'
        f"{rangees}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    return write_zip(chemin, {"content.xml": contenu})
