"""The styles of letters: the address where the window of an envelope shows it."""

from .palette import colour, rule
from .style import BOLD, KEEP, Style, size, spacing
from .units import twips

_ADDRESS = f'<w:ind w:left="{twips(84)}"/>'
_RULE = f"<w:pBdr>{rule('bottom', 'accent2', 2, 6)}</w:pBdr>"
_TEXT = size(11)

STYLES = (
    Style(
        "LettreEntete",
        "Lettre en-tête",
        _RULE + spacing(0, 16),
        BOLD + colour("accent1") + size(13),
        own=True,
    ),
    Style("LettreAdresse", "Lettre adresse", f"{spacing(0, 0.5)}{_ADDRESS}", _TEXT, own=True),
    Style("LettreDate", "Lettre date", f"{spacing(10, 10)}{_ADDRESS}", _TEXT, own=True),
    Style("LettreObjet", "Lettre objet", spacing(0, 8), _TEXT, own=True),
    Style("LettreAppel", "Lettre appel", KEEP + spacing(0, 4), _TEXT, own=True),
    Style(
        "LettreTexte",
        "Lettre texte",
        f'{spacing(0, 3.5, 276)}<w:jc w:val="both"/>',
        _TEXT,
        own=True,
    ),
    Style(
        "LettreSignature",
        "Lettre signature",
        f"<w:keepLines/>{spacing(8, 26)}{_ADDRESS}",
        _TEXT,
        own=True,
    ),
    Style("LettrePiece", "Lettre pièce jointe", spacing(8, 0), size(10), own=True),
)
