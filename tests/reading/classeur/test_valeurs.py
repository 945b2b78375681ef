"""The values taken with the tags of a sheet are those that calamine gives."""

from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rapportpv.reading.classeur import xlsx
from rapportpv.reading.classeur.read import read_classeur
from rapportpv.reading.classeur.refus import ClasseurRefuseError
from tests.reading.classeur.paquets import MAIN, sheet, write_xlsx

STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy"/>'
    '<numFmt numFmtId="165" formatCode="0.0&quot; d&quot;"/></numFmts><cellXfs>'
    + "".join(f'<xf numFmtId="{n}"/>' for n in (0, 14, 22, 46, 164, 165, 4))
    + "</cellXfs></styleSheet>"
)
ENTREES = (
    "<t>Aide</t>",
    "<t>Aide &amp; écoute</t>",
    "<t>&#233;t&#xe9;</t>",
    "<t> au bord </t>",
    '<t xml:space="preserve"> au bord </t>',
    "<t>deux\nlignes</t>",
    "<t>deux\r\nlignes</t>",
    "<t>n_x000D_n</t>",
    "<t>plus > moins</t>",
    "<t/>",
    "<t></t>",
    '<r><t xml:space="preserve">en </t></r><r><rPr><b/></rPr><t>gras</t></r>',
    "<t>lu</t><rPh sb='0' eb='1'><t>dit</t></rPh>",
    "<t>\u00a0insécable\u2028</t>",
)
NOMBRES = ("0", "-0", "12", "007", "1234.5", "-8000", "9764.809999999999", "0.1", "1E-3", "2.5e+20")
NOMBRES += (
    "9007199254740993",
    "123456789012345678901",
    ".5",
    "5.",
    "+5",
    "1e400",
    "45352",
    "60.25",
)
ENTRE = st.sampled_from(("", "", "", "\n"))


def _read(chemin, monkeypatch, *, usuelle):
    with monkeypatch.context() as m:
        if not usuelle:
            m.setattr(xlsx, "make_lignes", lambda *_, **__: None)
        try:
            return repr(read_classeur(chemin)[0].lignes)
        except ClasseurRefuseError as refus:
            return refus.raison


@st.composite
def _parts(draw):
    entrees = draw(st.lists(st.sampled_from(ENTREES), min_size=1, max_size=8))
    blanc = draw(ENTRE)
    sst = f'<sst xmlns="{MAIN}">' + "".join(f"{blanc}<si>{e}</si>" for e in entrees) + "</sst>"
    rangees = ""
    for ligne in draw(st.lists(st.integers(1, 9), min_size=1, max_size=5, unique=True).map(sorted)):
        cellules = ""
        for colonne in draw(st.lists(st.sampled_from("ABCDE"), max_size=5).map(sorted)):
            style = draw(st.sampled_from(("", "", *(f' s="{n}"' for n in range(8)))))
            formule = draw(st.sampled_from(("", "", "<f>A1+1</f>", '<f t="shared" si="0"/>')))
            rang = draw(st.integers(0, len(entrees)))
            texte = f'{style} t="s">{formule}<v>{rang}</v></c>'
            genre = draw(st.sampled_from(("", ' t="n"')))
            nombre = f"{style}{genre}>{formule}<v>{draw(st.sampled_from(NOMBRES))}</v></c>"
            autre = draw(st.sampled_from((f"{style}/>", f"{style}></c>", "><v></v></c>")))
            cellules += f'<c r="{colonne}{ligne}"' + draw(st.sampled_from((texte, nombre, autre)))
        rangees += f'<row r="{ligne}">{cellules}</row>' if cellules else f'<row r="{ligne}"/>'
    return sheet(rangees), sst


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(parts=_parts(), depuis_1904=st.booleans())
def test_the_same_as_calamine(tmp_path, monkeypatch, parts, depuis_1904):
    feuille, sst = parts
    classeur = PARTS_1904 if depuis_1904 else {}
    chemin = write_xlsx(
        tmp_path / "f.xlsx",
        feuille,
        {"xl/sharedStrings.xml": sst, "xl/styles.xml": STYLES, **classeur},
    )
    assert _read(chemin, monkeypatch, usuelle=True) == _read(chemin, monkeypatch, usuelle=False)


PARTS_1904 = {
    "xl/workbook.xml": (
        f'<workbook xmlns="{MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships"><workbookPr date1904="1"/><sheets><sheet name="F" sheetId="1" r:id="f1"/>'
        "</sheets></workbook>"
    )
}


def test_a_usual_sheet_is_read_without_it(tmp_path, monkeypatch):
    monkeypatch.setattr(xlsx, "_ask_calamine", pytest.fail)
    sst = f'<sst xmlns="{MAIN}">' + "".join(f"<si>{e}</si>" for e in ENTREES) + "</sst>"
    rangees = (
        '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>11</v></c></row><row r="2"/>'
        '<row r="3"><c r="A3"><f>1/8</f><v>0.125</v></c><c r="B3" s="1"><v>45352</v></c>'
        '<c r="C3" s="2"><v>45352.5</v></c><c r="D3" s="6"><v>12</v></c></row>'
    )
    parts = {"xl/sharedStrings.xml": sst, "xl/styles.xml": STYLES}
    [grille] = read_classeur(write_xlsx(Path(tmp_path / "f.xlsx"), sheet(rangees), parts))
    assert grille.lignes == [
        ["Aide & écoute", "en gras", None, None],
        [None] * 4,
        [0.125, date(2024, 3, 1), datetime(2024, 3, 1, 12), 12],
    ]


@pytest.mark.parametrize(
    "rangees",
    [
        '<row r="1"><c r="A1" t="s"><v>0</v></row>',
        '<row r="1"><c r="A1" t="s"><v>0</v></c>',
        '<row r="1"><c r="A1" t="s"><v>0</c></v></row>',
        '<row r="1"><c r="A1" t="s"><v>99</v></c></row>',
        '<c r="A1" t="s"><v>0</v></c><row r="1"></row>',
        '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>',
        '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
        '<row r="1"><c r="A1" t="str"><v>0</v></c><c r="B1" t="s"><v>0</v></c></row>',
        '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="inlineStr"><is><t>x</t></is></c></row>',
    ],
)
def test_what_is_not_usual_is_left_to_it(tmp_path, monkeypatch, rangees):
    sst = f'<sst xmlns="{MAIN}"><si><t>texte</t></si></sst>'
    chemin = write_xlsx(tmp_path / "f.xlsx", sheet(rangees), {"xl/sharedStrings.xml": sst})
    assert _read(chemin, monkeypatch, usuelle=True) == _read(chemin, monkeypatch, usuelle=False)
