"""The table styles: «Tableau rapport» for data, «Chiffres clés», «Côte à côte» for a layout."""

from .palette import colour, no_rule, rule, shading
from .units import twips


def _margins(top: float, left: float, bottom: float, right: float) -> str:
    sides = {"top": top, "left": left, "bottom": bottom, "right": right}
    cells = "".join(f'<w:{k} w:w="{twips(v)}" w:type="dxa"/>' for k, v in sides.items())
    return f"<w:tblCellMar>{cells}</w:tblCellMar>"


def _style(identifier: str, name: str, properties: str, conditions: str = "") -> str:
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{identifier}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/>'
        f"<w:qFormat/><w:tblPr>{properties}</w:tblPr>{conditions}</w:style>"
    )


def _normal() -> str:
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        '<w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"{_margins(0, 1.9, 0, 1.9)}</w:tblPr></w:style>"
    )


def _condition(place: str, text: str, cell: str) -> str:
    return (
        f'<w:tblStylePr w:type="{place}"><w:rPr><w:b/><w:bCs/>{text}</w:rPr>'
        f"<w:tcPr>{cell}</w:tcPr></w:tblStylePr>"
    )


def styles() -> str:
    """Return the table styles, the default one included."""
    thin = rule("bottom", "accent5", 0.5) + rule("insideH", "accent5", 0.5)
    head = _condition("firstRow", colour("background1"), shading("accent1"))
    total = _condition(
        "lastRow",
        "",
        f"<w:tcBorders>{rule('top', 'accent1', 1.25)}{no_rule('bottom')}</w:tcBorders>"
        f"{shading('background2')}",
    )
    box = "".join(rule(side, "accent5", 0.5) for side in ("top", "bottom", "insideV"))
    return (
        _normal()
        + _style(
            "TableauRapport",
            "Tableau rapport",
            f"<w:tblBorders>{thin}</w:tblBorders>{_margins(1.5, 2.4, 1.5, 2.4)}",
            head + total,
        )
        + _style(
            "ChiffresCles",
            "Chiffres clés",
            f"<w:tblBorders>{box}</w:tblBorders>{_margins(3, 4, 3, 2)}",
        )
        + _style("CoteACote", "Côte à côte", _margins(0, 4, 3, 0))
    )
