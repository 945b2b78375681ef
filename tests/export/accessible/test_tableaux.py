"""The headers of a PDF's tables: of columns, of rows, or no table at all."""

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from rapportpv.export.accessible.arbre import children, genre, read_attribute, walk
from rapportpv.export.accessible.tableaux import mark_headers


def mark(*rangees: str) -> list[str]:
    """The cells of a table after: «h» a header cell, «d» one of data; «h>» says its scope."""
    pdf = pikepdf.new()

    def element(sorte, dedans):
        return pdf.make_indirect(Dictionary(S=Name(f"/{sorte}"), K=Array(dedans)))

    lignes = [
        element("TR", [element("TH" if c == "h" else "TD", []) for c in rangee])
        for rangee in rangees
    ]
    document = element("Document", [element("Table", lignes)])
    pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(K=document))
    mark_headers(pdf)
    return [
        "/".join(
            f"{genre(case)}{str(read_attribute(case, '/Scope') or '')[1:4]}"
            for case in children(ligne)
        )
        for ligne in walk(document)
        if genre(ligne) in ("TR", "Div") and children(ligne) and not children(children(ligne)[0])
    ]


@pytest.mark.parametrize(
    ("rangees", "cases"),
    [
        (("hhh", "ddd", "ddd"), ["THCol/THCol/THCol", "THRow/TD/TD", "THRow/TD/TD"]),
        (("hh", "hh", "dd"), ["THCol/THCol", "THCol/THCol", "THRow/TD"]),
        (("h", "d"), ["THCol", "TD"]),
        (("ddd",), ["Div/Div/Div"]),
    ],
)
def test_what_each_cell_heads(rangees, cases):
    assert mark(*rangees) == cases
