"""Files made to fill the memory or to take hours, by name: each with what is said of it."""

from collections.abc import Callable
from pathlib import Path

from tests.reading.classeur.paquets import MAIN, PARTS, relations, sheet, write_ods, write_xlsx

LOIN = "A1:XFD1048576"
UNE = '<row r="1"><c r="A1"><v>1</v></c></row>'
LOINTAINE = '<row r="1048576"><c {}><v>1</v></c></row>'
DTD = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def _far(avant: str) -> Callable[[Path], Path]:
    return lambda chemin: write_xlsx(chemin, sheet(UNE + LOINTAINE.format(avant)))


def _prefixed(chemin: Path) -> Path:
    xml = sheet(UNE + LOINTAINE.format('r="XFD1048576"')).replace("xmlns=", "xmlns:x=")
    for nom in ("worksheet", "sheetData", "row", "c", "v"):
        for debut in ("<", "</"):
            xml = xml.replace(f"{debut}{nom}>", f"{debut}x:{nom}>")
            xml = xml.replace(f"{debut}{nom} ", f"{debut}x:{nom} ")
    return write_xlsx(chemin, xml)


def _elsewhere(chemin: Path) -> Path:
    parts = {
        "xl/_rels/workbook.xml.rels": relations(("f1", "worksheet", "/ailleurs/feuille.bin")),
        "ailleurs/feuille.bin": sheet(UNE + LOINTAINE.format('r="XFD1048576"')),
    }
    return write_xlsx(chemin, sheet(UNE), parts)


def _around(apres: str, avant: str = "") -> Callable[[Path], Path]:
    return lambda chemin: write_xlsx(chemin, sheet(UNE, avant, apres))


def _text_over_all(chemin: Path) -> Path:
    """Thousands of merges of a text over all the rows that there are."""
    rangees = "".join(
        f'<row r="{n}"><c r="A{n}" t="str"><v>a</v></c></row>' for n in range(1, 60_001)
    )
    fusions = f'<mergeCell ref="{LOIN}"/>' * 3_000
    return write_xlsx(chemin, sheet(rangees, "", f"<mergeCells>{fusions}</mergeCells>"))


def _filled(chemin: Path) -> Path:
    """Millions of filled cells in a small file."""
    return write_xlsx(chemin, sheet(f"<row>{'<c><v>1</v></c>' * 25}</row>" * 200_000))


def _shared_text(chemin: Path) -> Path:
    """A text of a megabyte that each of many cells shows."""
    rangees = "".join(
        f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 50_001)
    )
    texte = f'<sst xmlns="{MAIN}"><si><t>{"abcdefghij" * 100_000}</t></si></sst>'
    return write_xlsx(chemin, sheet(rangees), {"xl/sharedStrings.xml": texte})


def _utf16(chemin: Path) -> Path:
    xml = '<?xml version="1.0" encoding="UTF-16"?>' + DTD + sheet(UNE)
    return write_xlsx(chemin, xml.encode("utf-16"))


def _utf16_workbook(chemin: Path) -> Path:
    xml = '<?xml version="1.0" encoding="UTF-16"?>' + DTD + PARTS["xl/workbook.xml"]
    return write_xlsx(chemin, sheet(UNE), {"xl/workbook.xml": xml.encode("utf-16")})


def _many_entries(chemin: Path) -> Path:
    return write_xlsx(chemin, sheet(UNE), {f"x/{n}": b"" for n in range(20_000)})


def _bomb(chemin: Path) -> Path:
    return write_xlsx(chemin, sheet(UNE, " " * 400 * 2**20))


def _one_row(chemin: Path) -> Path:
    """A sheet that is one endless tag."""
    return write_xlsx(chemin, sheet('<row r="1" x="' + "y" * 200 * 2**20 + '"/>'))


def _ods_cell(attributs: str = "", texte: str = "a") -> str:
    return (
        f'<table:table-row><table:table-cell office:value-type="string" {attributs}>'
        f"<text:p>{texte}</text:p></table:table-cell></table:table-row>"
    )


def _ods(rangees: str, **autres: str) -> Callable[[Path], Path]:
    return lambda chemin: write_ods(chemin, rangees, **autres)


def _old(chemin: Path) -> Path:
    """An .xls of a kilobyte that says to have a table of sectors of four gigabytes."""
    entete = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1016))
    entete[24:34] = bytes((0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0))
    entete[44:48] = entete[64:68] = entete[72:76] = b"\xff\xff\xff\x3f"
    chemin.write_bytes(bytes(entete))
    return chemin


HOSTILES: dict[str, tuple[Callable[[Path], Path], str]] = {
    "style-avant.xlsx": (_far('s="0" r="XFD1048576"'), "trop_loin F XFD1048576"),
    "apostrophes.xlsx": (_far("r='XFD1048576'"), "trop_loin F XFD1048576"),
    "a-la-ligne.xlsx": (_far('\nr="XFD1048576"'), "trop_loin F XFD1048576"),
    "usuelle.xlsx": (_far('r="XFD1048576"'), "trop_loin F XFD1048576"),
    "prefixe.xlsx": (_prefixed, "trop_loin F XFD1048576"),
    "ailleurs.xlsx": (_elsewhere, "trop_loin F XFD1048576"),
    "fusion.xlsx": (_around(f'<mergeCells><mergeCell ref="{LOIN}"/></mergeCells>'), "lu"),
    "fusions.xlsx": (
        _around("<mergeCells>" + f'<mergeCell ref="{LOIN}"/>' * 200_000 + "</mergeCells>"),
        "trop_de_fusions F ",
    ),
    "fusions-de-texte.xlsx": (_text_over_all, "trop_de_fusions F "),
    "liens.xlsx": (
        _around("<hyperlinks>" + f'<hyperlink ref="{LOIN}"/>' * 1_200_000 + "</hyperlinks>"),
        "trop_grand F ",
    ),
    "validation.xlsx": (
        _around(f'<dataValidations><dataValidation sqref="{LOIN}"/></dataValidations>'),
        "lu",
    ),
    "colonnes.xlsx": (
        _around("", "<cols>" + '<col min="1" max="16384" hidden="1"/>' * 100_000 + "</cols>"),
        "lu",
    ),
    "matrice.xlsx": (
        lambda chemin: write_xlsx(
            chemin,
            sheet(f'<row r="1"><c r="A1"><f t="array" ref="{LOIN}">1</f><v>1</v></c></row>'),
        ),
        "lu",
    ),
    "partagee.xlsx": (
        lambda chemin: write_xlsx(
            chemin,
            sheet(
                f'<row r="1"><c r="A1"><f t="shared" si="0" ref="{LOIN}">B1</f><v>1</v></c></row>'
            ),
        ),
        "lu",
    ),
    "remplies.xlsx": (_filled, "trop_grand F "),
    "texte-partage.xlsx": (_shared_text, "trop_grand F "),
    "dtd-utf16.xlsx": (_utf16, "dtd F "),
    "dtd-utf16-classeur.xlsx": (_utf16_workbook, "dtd None "),
    "entrees.xlsx": (_many_entries, "trop_grand None "),
    "bombe.xlsx": (_bomb, "trop_grand F "),
    "balise.xlsx": (_one_row, "trop_grand F "),
    "espaces.ods": (_ods(_ods_cell(texte='<text:s text:c="2000000000"/>')), "texte_trop_long F A1"),
    "rangees.ods": (
        _ods(
            _ods_cell().replace(
                "<table:table-row>", '<table:table-row table:number-rows-repeated="1048576">'
            )
        ),
        "trop_de_lignes F ",
    ),
    "cellules.ods": (
        _ods(_ods_cell('table:number-columns-repeated="16384"') * 1000),
        "trop_loin F XFD1",
    ),
    "dtd.ods": (_ods(_ods_cell(), tete=DTD), "dtd None "),
    "secteurs.xls": (_old, "abime None "),
}
