"""What a paragraph style is made of, and the snippets that all of them share."""

from dataclasses import dataclass

from .units import half_points, twips

BOLD = "<w:b/><w:bCs/>"
KEEP = "<w:keepNext/><w:keepLines/>"


@dataclass(frozen=True)
class Style:
    """A paragraph style; `own` is for those that are not Word's."""

    identifier: str
    name: str
    paragraph: str = ""
    text: str = ""
    based: str = "Normal"
    following: str = ""
    own: bool = False
    priority: int = 99

    @property
    def xml(self) -> str:
        """The style's element."""
        custom = ' w:customStyle="1"' if self.own else ""
        after = f'<w:next w:val="{self.following}"/>' if self.following else ""
        return (
            f'<w:style w:type="paragraph"{custom} w:styleId="{self.identifier}">'
            f'<w:name w:val="{self.name}"/><w:basedOn w:val="{self.based}"/>{after}'
            f'<w:uiPriority w:val="{self.priority}"/><w:qFormat/>'
            f"<w:pPr>{self.paragraph}</w:pPr><w:rPr>{self.text}</w:rPr></w:style>"
        )


def size(points: float) -> str:
    """Return the size of the text, in points."""
    return f'<w:sz w:val="{half_points(points)}"/><w:szCs w:val="{half_points(points)}"/>'


def spacing(before: float = 0, after: float = 0, line: int = 240) -> str:
    """Return the space in mm before and after, and between lines in 240ths of one."""
    return (
        f'<w:spacing w:before="{twips(before)}" w:after="{twips(after)}"'
        f' w:line="{line}" w:lineRule="auto"/>'
    )


def right_tab(millimetres: float, leader: str = "none") -> str:
    """Return a tab stop that pushes what follows to the right edge."""
    stop = f'<w:tab w:val="right" w:leader="{leader}" w:pos="{twips(millimetres)}"/>'
    return f"<w:tabs>{stop}</w:tabs>"
