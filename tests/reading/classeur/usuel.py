"""The rows that every variant of the package holds, and the usual package."""

from collections.abc import Mapping

from tests.reading.classeur.paquets import MAIN, PARTS, sheet

LIGNES = [
    ["Intitulé", "Montant", "Le", "Vu", "Erreur"],
    ["Aide & écoute <1>", 1234.5, "2024-03-01", True, "#REF!"],
    ["Chantier\n« été »", -8000, None, False, None],
    [None, 12000000, None, None, None],
]
FORMULES = {(2, 5): "=A1", (4, 2): "=SUM(B2:B3)*2"}
FUSIONS = ((2, 3, 3, 3),)
MASQUEES = (frozenset({3}), frozenset({4}))
BARREES = frozenset({(3, 1)})

TEXTES = [
    "Intitulé",
    "Montant",
    "Le",
    "Vu",
    "Erreur",
    "Aide &amp; écoute &lt;1&gt;",
    "Chantier\n« été »",
]
SST = f'<sst xmlns="{MAIN}">' + "".join(f"<si><t>{t}</t></si>" for t in TEXTES) + "</sst>"
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><fonts><font/><font><strike/></font></fonts><fills/>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="0" fontId="1"/></cellXfs>'
    "</styleSheet>"
)
RANGEES = (
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>'
    '<c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c></row>'
    '<row r="2"><c r="A2" t="s"><v>5</v></c><c r="B2"><v>1234.5</v></c><c r="C2" s="1"><v>45352</v></c>'
    '<c r="D2" t="b"><v>1</v></c><c r="E2" t="e"><f>A1</f><v>#REF!</v></c></row>'
    '<row r="3" hidden="1"><c r="A3" s="2" t="s"><v>6</v></c><c r="B3"><v>-8000</v></c><c r="C3" s="1"/>'
    '<c r="D3" t="b"><v>0</v></c></row>'
    '<row r="4"><c r="B4"><f>SUM(B2:B3)*2</f><v>12000000</v></c></row>'
)
COLS = '<cols><col min="4" max="4" hidden="1"/></cols>'
FUSION = '<mergeCells count="1"><mergeCell ref="C2:C3"/></mergeCells>'
FEUILLE = sheet(RANGEES, COLS, FUSION)

Parts = Mapping[str, str | bytes]
BASE: dict[str, str | bytes] = {
    **PARTS,
    "xl/worksheets/sheet1.xml": FEUILLE,
    "xl/sharedStrings.xml": SST,
    "xl/styles.xml": STYLES,
}
