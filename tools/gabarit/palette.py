"""The theme's colours, and the WordprocessingML that points at them.

Every colour names its place in the theme; the hexadecimal value beside it is only for
readers that ignore themes.
"""

COLOURS = {
    "text1": "1C222B",
    "background1": "FFFFFF",
    "text2": "5B6470",  # grey of captions, headers and footers: 6:1 on white
    "background2": "E8EEF5",  # ground of the total rows
    "accent1": "14375E",
    "accent2": "B5364A",
    "accent3": "8AA0B8",
    "accent4": "5B6470",
    "accent5": "C9D2DC",  # thin rules
    "accent6": "3F6E8C",
}


def colour(name: str) -> str:
    """Return the text colour, for run properties."""
    return f'<w:color w:val="{COLOURS[name]}" w:themeColor="{name}"/>'


def shading(name: str) -> str:
    """Return the ground, for paragraph and cell properties."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{COLOURS[name]}" w:themeFill="{name}"/>'


def rule(side: str, name: str, points: float, space: int = 0) -> str:
    """Return a border on one side, for paragraphs and tables."""
    return (
        f'<w:{side} w:val="single" w:sz="{round(points * 8)}" w:space="{space}"'
        f' w:color="{COLOURS[name]}" w:themeColor="{name}"/>'
    )


def no_rule(side: str) -> str:
    """Return the absence of a border on one side."""
    return f'<w:{side} w:val="nil"/>'
