"""The theme: changing it in Word recolours text, tables, cover and charts alike."""

from .palette import COLOURS

NAME = "Rapport"
FONT = "Calibri"

_SLOTS = {
    "dk1": "text1",
    "lt1": "background1",
    "dk2": "text2",
    "lt2": "background2",
    **{f"accent{n}": f"accent{n}" for n in range(1, 7)},
    "hlink": "accent1",
    "folHlink": "text2",
}


def _colours() -> str:
    return "".join(
        f'<a:{slot}><a:srgbClr val="{COLOURS[name]}"/></a:{slot}>' for slot, name in _SLOTS.items()
    )


def _font(kind: str) -> str:
    return (
        f'<a:{kind}><a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/></a:{kind}>'
    )


def _formats() -> str:
    """Return the plain fills, lines and effects that the schema asks for, three of each."""
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(f'<a:ln w="{width}">{fill}</a:ln>' for width in (6350, 12700, 19050))
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f"<a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
    )


def theme() -> str:
    """Return ``theme1.xml``."""
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        f' name="{NAME}"><a:themeElements><a:clrScheme name="{NAME}">{_colours()}</a:clrScheme>'
        f'<a:fontScheme name="{NAME}">{_font("majorFont")}{_font("minorFont")}</a:fontScheme>'
        f'<a:fmtScheme name="{NAME}">{_formats()}</a:fmtScheme></a:themeElements></a:theme>'
    )
