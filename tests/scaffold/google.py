"""A workbook as Google Sheets downloads it: its package, its numbers, its thousand rows."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from rapportpv.core.emplacement import cell_name

Cellule = str | float | tuple[str, str | float] | None
"""A text, a number, or a formula and its value."""

_DEBUT = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LIENS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PAQUET = "http://schemas.openxmlformats.org/package/2006"
_DESSIN = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_ESPACES = (
    f'xmlns="{_MAIN}" xmlns:r="{_LIENS}" '
    'xmlns:mx="http://schemas.microsoft.com/office/mac/excel/2008/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:mv="urn:schemas-microsoft-com:mac:vml" '
    'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" '
    'xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main" '
    'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" '
    'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"'
)
_LIGNES = 1000
_STYLES = (
    f'{_DEBUT}<styleSheet {_ESPACES}><fonts count="1"><font><sz val="10.0"/><name val="Arial"/>'
    '<scheme val="minor"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/>'
    '</fill><fill><patternFill patternType="lightGray"/></fill></fills><borders count="1"><border/>'
    '</borders><cellStyleXfs count="1"><xf borderId="0" fillId="0" fontId="0" numFmtId="0"/>'
    '</cellStyleXfs><cellXfs count="2"><xf borderId="0" fillId="0" fontId="0" numFmtId="0" '
    'xfId="0"/><xf borderId="0" fillId="0" fontId="0" numFmtId="4" xfId="0" applyNumberFormat="1"/>'
    '</cellXfs><cellStyles count="1"><cellStyle xfId="0" name="Normal" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)


def write_google(chemin: Path, feuilles: Mapping[str, Sequence[Sequence[Cellule]]]) -> None:
    """Write those sheets, rows from 1 and columns from A."""
    textes: dict[str, int] = {}
    parties = {"xl/styles.xml": _STYLES}
    for rang, lignes in enumerate(feuilles.values(), start=1):
        parties[f"xl/worksheets/sheet{rang}.xml"] = _write_feuille(lignes, textes)
        parties[f"xl/worksheets/_rels/sheet{rang}.xml.rels"] = _relate(
            ("rId1", "drawing", f"../drawings/drawing{rang}.xml")
        )
        parties[f"xl/drawings/drawing{rang}.xml"] = f'{_DEBUT}<xdr:wsDr xmlns:xdr="{_DESSIN}"/>'
    parties |= _write_classeur(list(feuilles), textes)
    with ZipFile(chemin, "w", ZIP_DEFLATED) as archive:
        for nom, contenu in parties.items():
            archive.writestr(nom, contenu)


def _write_feuille(lignes: Sequence[Sequence[Cellule]], textes: dict[str, int]) -> str:
    largeur = max(map(len, lignes))
    rangees = []
    for numero in range(1, _LIGNES + 1):
        ligne = lignes[numero - 1] if numero <= len(lignes) else ()
        pleine = [*ligne, *[None] * (largeur - len(ligne))]
        cellules = (_write(cell_name((numero, c)), v, textes) for c, v in enumerate(pleine, 1))
        rangees.append(f'<row r="{numero}" ht="15.75" customHeight="1">{"".join(cellules)}</row>')
    return (
        f'{_DEBUT}<worksheet {_ESPACES}><sheetPr><outlinePr summaryBelow="0" summaryRight="0"/>'
        '</sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="4.0" '
        'topLeftCell="A5" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        '<sheetFormatPr customHeight="1" defaultColWidth="12.63" defaultRowHeight="15.75"/>'
        f'<sheetData>{"".join(rangees)}</sheetData><drawing r:id="rId1"/></worksheet>'
    )


def _write(nom: str, valeur: Cellule, textes: dict[str, int]) -> str:
    """A cell: each has a style, a number a decimal point, a text its rank."""
    if isinstance(valeur, tuple):
        formule, lue = valeur
        genre = ' t="str"' if isinstance(lue, str) else ""
        return f'<c r="{nom}" s="1"{genre}><f>{escape(formule)}</f><v>{lue}</v></c>'
    if valeur is None:
        return f'<c r="{nom}" s="1"/>'
    if isinstance(valeur, str):
        return f'<c r="{nom}" s="1" t="s"><v>{textes.setdefault(valeur, len(textes))}</v></c>'
    return f'<c r="{nom}" s="1"><v>{float(valeur)}</v></c>'


def _write_classeur(noms: Sequence[str], textes: Mapping[str, int]) -> dict[str, str]:
    feuilles = "".join(
        f'<sheet state="visible" name="{escape(nom)}" sheetId="{rang}" r:id="rId{rang + 2}"/>'
        for rang, nom in enumerate(noms, 1)
    )
    liens = [("rId1", "styles", "styles.xml"), ("rId2", "sharedStrings", "sharedStrings.xml")]
    liens += [
        (f"rId{rang + 2}", "worksheet", f"worksheets/sheet{rang}.xml")
        for rang in range(1, len(noms) + 1)
    ]
    partages = "".join(f"<si><t>{escape(texte)}</t></si>" for texte in textes)
    types = "".join(
        f'<Override ContentType="{genre}" PartName="/{partie}"/>'
        for genre, partie in [
            (f"{_TYPE}.sheet.main+xml", "xl/workbook.xml"),
            (f"{_TYPE}.styles+xml", "xl/styles.xml"),
            (f"{_TYPE}.sharedStrings+xml", "xl/sharedStrings.xml"),
            *(
                (f"{_TYPE}.worksheet+xml", f"xl/worksheets/sheet{rang}.xml")
                for rang in range(1, len(noms) + 1)
            ),
        ]
    )
    return {
        "xl/sharedStrings.xml": f'{_DEBUT}<sst xmlns="{_MAIN}" count="{len(textes)}" '
        f'uniqueCount="{len(textes)}">{partages}</sst>',
        "xl/workbook.xml": f"{_DEBUT}<workbook {_ESPACES}><workbookPr/><sheets>{feuilles}</sheets>"
        "<definedNames/><calcPr/></workbook>",
        "xl/_rels/workbook.xml.rels": _relate(*liens),
        "_rels/.rels": _relate(("rId1", "officeDocument", "xl/workbook.xml")),
        "[Content_Types].xml": f'{_DEBUT}<Types xmlns="{_PAQUET}/content-types">'
        '<Default ContentType="application/xml" Extension="xml"/><Default ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml" Extension="rels"/>'
        f"{types}</Types>",
    }


def _relate(*liens: tuple[str, str, str]) -> str:
    dits = "".join(
        f'<Relationship Id="{nom}" Type="{_LIENS}/{genre}" Target="{cible}"/>'
        for nom, genre, cible in liens
    )
    return f'{_DEBUT}<Relationships xmlns="{_PAQUET}/relationships">{dits}</Relationships>'
