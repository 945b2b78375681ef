"""Grids of tables whose columns come from a loop, beside what docxtpl makes of them."""

import pytest
from docxtpl import DocxTemplate
from lxml import etree

from rapportpv.word.grilles import fit_grids
from rapportpv.word.ooxml import W, parse


def _table(largeurs: list[int], *rangees: list[int]) -> str:
    """A table with that grid, and rows of cells that take so many columns each."""
    grille = "".join(f'<w:gridCol w:w="{n}"/>' for n in largeurs)
    lignes = "".join(
        "<w:tr>"
        + "".join(f'<w:tc><w:tcPr><w:gridSpan w:val="{n}"/></w:tcPr><w:p/></w:tc>' for n in rangee)
        + "</w:tr>"
        for rangee in rangees
    )
    return f'<w:x xmlns:w="{W}"><w:tbl><w:tblGrid>{grille}</w:tblGrid>{lignes}</w:tbl></w:x>'


@pytest.mark.parametrize(
    "xml",
    [
        _table([3000, 1000], [1, 1]),
        _table([3000, 1001, 77], [1, 1, 1, 1, 1], [1, 1]),
        _table([3000, 1001, 77, 13], [1, 1], [1]),
        _table([3000, 1001, 77, 13], [2, 1]),
        _table([3000, 1001], [2, 1, 1]),
        _table([0, 0], [1, 1, 1]),
    ],
)
def test_a_grid_follows_its_rows_as_docxtpl_has_it(xml):
    racine = parse(xml.encode())
    fit_grids(racine)
    assert etree.tostring(racine) == etree.tostring(DocxTemplate(None).fix_tables(xml))


def test_a_table_without_a_grid_is_left():
    xml = f'<w:x xmlns:w="{W}"><w:tbl><w:tr><w:tc/></w:tr></w:tbl></w:x>'
    racine = parse(xml.encode())
    fit_grids(racine)
    assert etree.tostring(racine).decode() == xml
